/* The cells on the map: a picture of which cell each pixel belongs to is made when the map has
   moved, and colouring is one look-up per pixel, so that a slider may be drawn at once. */

import { canvasLayer, pixelRatio } from "../shared/canvas_layer.js";
import { kilometre } from "../shared/geometry.js";
import { colourIn, fillGaps, outline, rasterise } from "./outlines.js";

/** @typedef {import("./outlines.js").Shapes} Shapes */

/** How far from a cell the land around it is taken for it, kilometres, and in pixels at most. */
const NEAR_KM = 1.6;
const MOST_NEAR_PX = 250;
const STRIPE_PX = 6;

/** A layer of cells, on land.
 * @param {Shapes} cells
 * @param {Shapes} land
 * @param {string} pane
 * @param {number} latitude at which a kilometre is measured
 * @returns {any} a kind of L.Renderer: `paint(look)`, `at(latlng, nearby)` */
export function cellLayer(cells, land, pane, latitude) {
  return canvasLayer(pane, "cells", {
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      /** @type {any} */ (L.Renderer.prototype)._update.call(this);
      this._fit();
      rasterise(cells, this._frame, this._cell);
      rasterise(land, this._frame, this._near);
      const reach = Math.min(MOST_NEAR_PX, Math.round(NEAR_KM * kilometre(this._frame.scale, latitude)));
      fillGaps(this._cell, this._frame, reach, this._near, this._distance);
      if (!this._expecting) this.draw();
    },
    /* New colours come before the next frame as a rule: what moves until then is not drawn twice. */
    expect() {
      this._expecting = true;
      requestAnimationFrame(() => {
        if (this._expecting) this.draw();
      });
    },
    /* Gives the canvas the size of the map, in pixels of the screen. */
    _fit() {
      const { frame, other } = this._lay(pixelRatio(true));
      this._frame = frame;
      if (!other && this._cell) return;
      const { width, height } = frame;
      this._image = this._context.createImageData(width, height);
      this._pixels = new Uint32Array(this._image.data.buffer);
      this._cell = new Uint32Array(width * height);
      this._near = new Uint32Array(width * height);
      this._distance = new Uint8Array(width * height);
    },
    /* Gives each cell its colour, a second one for stripes, and whether it lies within the outline. */
    paint(/** @type {import("./colours.js").Look} */ look) {
      this._look = look;
      this.draw();
    },
    draw() {
      this._expecting = false;
      if (!this._look || !this._cell) return;
      const { ratio } = this._frame;
      colourIn(this._pixels, this._cell, this._frame, STRIPE_PX * ratio, this._look);
      const thick = ratio > 1 ? 3 : 1;
      outline(this._pixels, this._near, this._frame, thick, this._look);
      const { second } = this._look;
      if (second) outline(this._pixels, this._near, this._frame, thick + ratio, second);
      this._context.putImageData(this._image, 0, 0);
    },
    /* The cell at a point of the map, and else the nearest one. */
    at(/** @type {L.LatLng} */ latlng, /** @type {boolean} */ nearby) {
      const point = this._map.latLngToLayerPoint(latlng).subtract(this._bounds.min)
        .multiplyBy(this._frame.ratio).floor();
      const { width, height } = this._frame;
      if (point.x < 0 || point.y < 0 || point.x >= width || point.y >= height) return -1;
      const p = point.y * width + point.x;
      return (nearby ? this._near[p] : this._cell[p]) - 1;
    },
  });
}
