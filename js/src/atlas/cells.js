/* The cells on the map: a picture of which cell each pixel belongs to is made when the map has
   moved, and colouring is one look-up per pixel, so that a slider may be drawn at once. */

const UNITS = 10000;
const TILE = 256;
const MERCATOR = 85.0511287798;
/* Steps from the nearest cell, where there is no land. */
const OUTSIDE = 254;

/* Longitude and latitude to pixels of the whole world at zoom 0 (EPSG:3857). */
const worldX = (lon) => (TILE * (lon + 180)) / 360;
const worldY = (lat) => {
  const sin = Math.sin((Math.max(-MERCATOR, Math.min(MERCATOR, lat)) * Math.PI) / 180);
  return TILE * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI));
};

/* Outlines from steps: the first corner of each ring is a step from the ring before. */
export function shapes(packed) {
  const { rings, corners, start_x: startX, start_y: startY, step_x: stepX, step_y: stepY } = packed;
  const n = rings.length;
  const first = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) first[i + 1] = first[i] + rings[i];
  const ringAt = new Int32Array(corners.length + 1);
  for (let r = 0; r < corners.length; r++) ringAt[r + 1] = ringAt[r] + corners[r];
  const x = new Float64Array(ringAt[corners.length]);
  const y = new Float64Array(ringAt[corners.length]);
  let baseX = 0;
  let baseY = 0;
  let step = 0;
  for (let r = 0; r < corners.length; r++) {
    baseX += startX[r];
    baseY += startY[r];
    let atX = baseX;
    let atY = baseY;
    for (let k = ringAt[r]; k < ringAt[r + 1]; k++) {
      if (k > ringAt[r]) {
        atX += stepX[step];
        atY += stepY[step];
        step++;
      }
      x[k] = worldX(atX / UNITS);
      y[k] = worldY(atY / UNITS);
    }
  }
  return { n, first, ringAt, x, y, box: boxes(n, first, ringAt, x, y) };
}

function boxes(n, first, ringAt, x, y) {
  const box = new Float64Array(4 * n);
  for (let i = 0; i < n; i++) {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let k = ringAt[first[i]]; k < ringAt[first[i + 1]]; k++) {
      west = Math.min(west, x[k]);
      east = Math.max(east, x[k]);
      north = Math.min(north, y[k]);
      south = Math.max(south, y[k]);
    }
    box.set([west, north, east, south], 4 * i);
  }
  return box;
}

/* The same from rings of [latitude, longitude], one list of rings a shape. */
export function shapesOf(list) {
  const first = [0];
  const ringAt = [0];
  const [x, y] = [[], []];
  for (const rings of list) {
    for (const ring of rings) {
      for (const [lat, lon] of ring) {
        x.push(worldX(lon));
        y.push(worldY(lat));
      }
      ringAt.push(x.length);
    }
    first.push(ringAt.length - 1);
  }
  return { n: list.length, first, ringAt, x, y, box: boxes(list.length, first, ringAt, x, y) };
}

/* Write the number of each cell, counted from 1, into the pixels whose middle lies in it. */
function rasterise(cells, frame, into) {
  const { width, height, scale, left, top } = frame;
  into.fill(0);
  const crossings = [];
  for (let i = 0; i < cells.n; i++) {
    const west = cells.box[4 * i] * scale - left;
    const north = cells.box[4 * i + 1] * scale - top;
    const east = cells.box[4 * i + 2] * scale - left;
    const south = cells.box[4 * i + 3] * scale - top;
    if (east < 0 || south < 0 || west > width || north > height) continue;
    const last = Math.min(height - 1, Math.ceil(south - 0.5) - 1);
    for (let row = Math.max(0, Math.ceil(north - 0.5)); row <= last; row++) {
      crossings.length = 0;
      const middle = row + 0.5;
      for (let r = cells.first[i]; r < cells.first[i + 1]; r++) {
        const end = cells.ringAt[r + 1];
        let b = end - 1;
        for (let a = cells.ringAt[r]; a < end; b = a++) {
          const ya = cells.y[a] * scale - top;
          const yb = cells.y[b] * scale - top;
          if (ya > middle === yb > middle) continue;
          const xa = cells.x[a] * scale - left;
          const xb = cells.x[b] * scale - left;
          crossings.push(xa + ((middle - ya) * (xb - xa)) / (yb - ya));
        }
      }
      if (crossings.length > 2) crossings.sort((p, q) => p - q);
      for (let c = 0; c + 1 < crossings.length; c += 2) {
        const low = Math.min(crossings[c], crossings[c + 1]);
        const high = Math.max(crossings[c], crossings[c + 1]);
        const from = Math.max(0, Math.ceil(low - 0.5));
        const to = Math.min(width, Math.ceil(high - 0.5));
        if (to > from) into.fill(i + 1, row * width + from, row * width + to);
      }
    }
  }
}

/* Squares on land where nobody lives belong to the nearest cell, as far as the outline goes:
   `near` comes with the land, and goes with the cells. */
function fillGaps(cell, width, height, reach, near, distance) {
  for (let p = 0; p < cell.length; p++) {
    distance[p] = cell[p] ? 0 : near[p] ? 255 : OUTSIDE;
    near[p] = cell[p];
  }
  const look = (p, q) => {
    const far = distance[q] + 1;
    if (far <= reach && far < distance[p] && distance[p] !== OUTSIDE) {
      distance[p] = far;
      near[p] = near[q];
    }
  };
  for (let row = 0, p = 0; row < height; row++) {
    for (let column = 0; column < width; column++, p++) {
      if (column) look(p, p - 1);
      if (row) look(p, p - width);
    }
  }
  for (let row = height - 1, p = cell.length - 1; row >= 0; row--) {
    for (let column = width - 1; column >= 0; column--, p--) {
      if (column < width - 1) look(p, p + 1);
      if (row < height - 1) look(p, p + width);
    }
  }
}

export const hex = (colour) => {
  const value = parseInt(colour.slice(1), 16);
  return (255 << 24) | ((value & 255) << 16) | (value & 0xff00) | (value >> 16);
};

export const Layer = L.Renderer.extend({
  options: { padding: 0.15 },
  initialize(cells, land, options) {
    this.cells = cells;
    this.land = land;
    this._paint = null;
    L.Renderer.prototype.initialize.call(this, options);
  },
  _initContainer() {
    this._container = L.DomUtil.create("canvas", "cells");
    this._container.setAttribute("aria-hidden", "true");
    this._context = this._container.getContext("2d");
  },
  _destroyContainer() {
    L.DomUtil.remove(this._container);
  },
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const ratio = Math.min(2, Math.max(1, Math.round(window.devicePixelRatio || 1)));
    const size = this._bounds.getSize();
    const width = Math.max(1, Math.round(size.x * ratio));
    const height = Math.max(1, Math.round(size.y * ratio));
    const canvas = this._container;
    L.DomUtil.setPosition(canvas, this._bounds.min);
    canvas.style.width = size.x + "px";
    canvas.style.height = size.y + "px";
    if (canvas.width !== width || canvas.height !== height || !this._cell) {
      canvas.width = width;
      canvas.height = height;
      this._image = this._context.createImageData(width, height);
      this._pixels = new Uint32Array(this._image.data.buffer);
      this._cell = new Uint32Array(width * height);
      this._near = new Uint32Array(width * height);
      this._distance = new Uint8Array(width * height);
    }
    const corner = this._map.getPixelOrigin().add(this._bounds.min);
    const scale = ratio * 2 ** this._map.getZoom();
    this._frame = { width, height, ratio, scale, left: corner.x * ratio, top: corner.y * ratio };
    rasterise(this.cells, this._frame, this._cell);
    const kilometre = scale * (TILE / 40075.017) / Math.cos((52.2 * Math.PI) / 180);
    rasterise(this.land, this._frame, this._near);
    fillGaps(this._cell, width, height, Math.min(250, Math.round(1.6 * kilometre)), this._near, this._distance);
    this.draw();
  },
  /* Give each cell its colour, a second one for stripes, and whether it lies within the outline. */
  paint(look) {
    this._paint = look;
    this.draw();
  },
  draw() {
    if (!this._paint || !this._cell) return;
    const { colour, stripe, within, line } = this._paint;
    const { width, height, ratio } = this._frame;
    const [cell, near, pixels] = [this._cell, this._near, this._pixels];
    const wide = ratio > 1 ? 3 : 1;
    const period = 6 * ratio;
    const half = period / 2;
    for (let row = 0, p = 0; row < height; row++) {
      for (let column = 0; column < width; column++, p++) {
        const i = cell[p];
        pixels[p] = (column + row) % period < half ? colour[i] : stripe[i];
      }
    }
    const last = cell.length - width;
    for (let p = 0; p < last; p++) {
      const own = near[p];
      if (!own) continue;
      const right = near[p + 1];
      const below = near[p + width];
      if ((right && within[own] !== within[right] && (p + 1) % width)
        || (below && within[own] !== within[below])) {
        for (let k = 0; k <= wide; k++) {
          pixels[p + k] = line;
          if (p + k * width < pixels.length) pixels[p + k * width] = line;
        }
      }
    }
    this._context.putImageData(this._image, 0, 0);
  },
  /* The cell at a point of the map, and else the nearest one within a kilometre and a half. */
  at(latlng, nearby) {
    const point = this._map.latLngToLayerPoint(latlng).subtract(this._bounds.min)
      .multiplyBy(this._frame.ratio).floor();
    const { width, height } = this._frame;
    if (point.x < 0 || point.y < 0 || point.x >= width || point.y >= height) return -1;
    const p = point.y * width + point.x;
    return (nearby ? this._near[p] : this._cell[p]) - 1;
  },
});
