/* A canvas of the map's size that moves with the map, drawn by whoever asks for one. */

/** Pixels of a canvas for one of the screen: no more than two.
 * @param {boolean} whole where a pixel must be a pixel of the screen
 * @returns {number} */
export function pixelRatio(whole) {
  const ratio = window.devicePixelRatio || 1;
  return Math.min(2, Math.max(1, whole ? Math.round(ratio) : ratio));
}

/** Makes a kind of L.Renderer out of what it does.
 * @param {string} pane
 * @param {string} name of the canvas, for its style
 * @param {Record<string, any>} methods `_update` and what else there is
 * @returns {any} */
export function canvasLayer(pane, name, methods) {
  /** @type {any} */
  const common = {
    options: { padding: 0.15 },
    _initContainer() {
      this._container = L.DomUtil.create("canvas", name);
      this._container.setAttribute("aria-hidden", "true");
      this._context = this._container.getContext("2d");
    },
    _destroyContainer() {
      L.DomUtil.remove(this._container);
    },
    /* Lays the canvas over what the map shows, and says where that is in pixels of the world. */
    _lay(/** @type {number} */ ratio) {
      const size = this._bounds.getSize();
      const canvas = this._container;
      const width = Math.max(1, Math.round(size.x * ratio));
      const height = Math.max(1, Math.round(size.y * ratio));
      L.DomUtil.setPosition(canvas, this._bounds.min);
      canvas.style.width = size.x + "px";
      canvas.style.height = size.y + "px";
      const other = canvas.width !== width || canvas.height !== height;
      if (other) Object.assign(canvas, { width, height });
      const corner = this._map.getPixelOrigin().add(this._bounds.min);
      const scale = ratio * 2 ** this._map.getZoom();
      return { other, frame: { width, height, ratio, scale, left: corner.x * ratio, top: corner.y * ratio } };
    },
  };
  const Layer = /** @type {any} */ (L.Renderer.extend({ ...common, ...methods }));
  return new Layer({ pane });
}
