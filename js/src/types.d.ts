/* What stands in a page's JSON, as grensgeo/maps writes it, and what goes between its scripts. */

/** A text in every language. */
export type Text = Record<string, string>;
/** Texts by key. */
export type Texts = Record<string, Text>;
/** Tables of texts by name: `texts`, `modes`, `opportunities` and so on. */
export type Labels = Record<string, Texts>;
/** Words or nodes that stand in an element. */
export type Child = Node | string | null;
/** A point as Leaflet takes it: latitude, longitude. */
export type Spot = [number, number];
/** Left, top, right and bottom on the screen. */
export type Box = [number, number, number, number];

export interface Note {
  text: Text;
  short: Text;
  details: Text[];
  concerns: string[];
}
export interface Source {
  title: string;
  attribution: string;
  licence: string;
  reference_date: string;
  url: string;
}
/** Code, name, country, NUTS3, part of the region, inhabitants, outlines as steps. */
export type AreaRow = [string, string, string, string, string, number, number[][][]];
export interface Base {
  areas: AreaRow[];
  border: number[][];
  /** Number of the area, longitude, latitude; the greatest first. */
  places: [number, number, number][];
  /** South, west, north, east. */
  bounds: [number, number, number, number];
}
export interface Area {
  number: number;
  code: string;
  name: string;
  country: string;
  nuts3: string;
  part: string;
  population: number;
  rings: Spot[][][];
  centre: L.LatLng;
}
export interface SmallPrint {
  strip: Note[];
  notes: Note[];
  attributions: string[];
  sources: Source[];
}

/* ---- maps ---- */

/** A number, null (missing), "u" (undefined) or "n" (less than the model can tell). */
export type Figure = number | string | null;
export interface Control {
  id: string;
  options: string[];
  start: string;
  /** Whether it chooses a field of a layer; else it chooses the layer. */
  field?: boolean;
}
export interface Field {
  label: string;
  unit: string;
  palette: string;
  group: string;
}
export interface Band {
  cutoff: number;
  km2: Record<string, number>;
  geometry: number[][][];
}
/** From and to, as numbers of areas, and how many. */
export type Flow = [number, number, number];
export interface Offer {
  id: string;
  place: number;
  type: string;
  sector: string | null;
  level: string | null;
  language: string | null;
  from: string | null;
  to: string | null;
  count: number | null;
  mode: string;
  country: string;
  unsure: string[];
  main_place: boolean;
}
/** What a view shows at one choice; which of these there are depends on its kind. */
export interface Layer {
  key: string[];
  values: Record<string, Figure[]>;
  breaks: any;
  bands: Band[];
  flows: Flow[];
  left_out: number;
  people_left_out: number;
  outside: number;
  missing: number;
  /** Number of the offer, minutes; the nearest first. */
  rows: [number, number][];
  said: Record<string, number>;
  asides: Record<string, number>;
}
export interface View {
  kind: string;
  controls: Control[];
  layers: Layer[];
  fields: Record<string, Field>;
  /** Numbers of the areas that have figures, in the order of the values. */
  ids: number[] | undefined;
  rows: [string, string, string][];
  bar: string[] | undefined;
  mean: boolean | undefined;
  noise: number;
  edge_share: number | undefined;
  undefined: string | undefined;
  closed: string | undefined;
  names: Record<string, string>;
  cutoffs: number[];
  offers: Offer[];
  /** Longitude, latitude, whether it lies across the border. */
  places: [number, number, boolean][];
  home: [number, number] | null;
  /** Last minute and colour. */
  bands: [number, string][];
}
export interface MapData extends SmallPrint {
  language: string;
  title: Text;
  version: string;
  labels: Labels & { mode_of_trip: any };
  palettes: Record<string, string[]> & { noise: any };
  widths: number[];
  land: number;
  base: Base;
  lines: Record<string, number[][]>;
  views: View[];
  origins: Record<string, [number, number]>;
  home: Record<string, string>;
}
/** What the parts of a map's page share. */
export interface Page {
  map: L.Map;
  data: MapData;
  words: import("./shared/words.js").Words;
  choosing: import("./pages/choosing.js").Choosing;
  base: import("./pages/base.js").DrawnBase;
  said: import("./pages/figures.js").SaidFigures;
}
/** Puts a shape on the map under a name, by which it is found again. */
export type Put = (name: string, shape: L.Path) => void;
/** One kind of view: what it draws, and what is said of it. */
export interface Topic {
  draw(put: Put): void;
  title(): string;
  legend(): HTMLElement[];
  table(): { head: string[]; rows: [Child, Child[]][] };
  /** Words of the headline beside those of the choices. */
  values?: () => Record<string, string>;
  /** What to show at the beginning, where that is not the region. */
  box?: () => { bounds: L.LatLngBounds; options: L.FitBoundsOptions } | null;
  /** What names have to leave free, and what is named beside places. */
  taken?: () => Box[];
}
