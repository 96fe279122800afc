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
  attribution: Text;
  licence: Text;
  reference_date: string;
  url: string;
}
/** Code, name, country, NUTS3, part of the region, inhabitants, outlines as runs of corners. */
export type AreaRow = [string, string, string, string, string, number, number[][][]];
export interface Base {
  areas: AreaRow[];
  /** Longitudes and latitudes of the corners of areas, as text of steps. */
  corners: [string, string];
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
/** Colours of countries by their code in small letters: on light ground and on dark. */
export type Sides = Record<string, [string, string]>;
export interface SmallPrint {
  strip: Note[];
  notes: Note[];
  attributions: Text[];
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
  /** Figures that have bounds, since they rest on modelled counts. */
  bounds: string[] | undefined;
  mean: boolean | undefined;
  noise: number;
  edge_share: number | undefined;
  undefined: string | undefined;
  closed: string | undefined;
  names: Record<string, string>;
  cutoffs: number[];
  /** Countries of isochrones, in small letters. */
  parts: string[];
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
  palettes: Record<string, string[]>;
  widths: number[];
  land: number;
  base: Base;
  sides: Sides;
  lines: Record<string, number[][]>;
  base_map: Packed | null;
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
  /** Whether what is shown is too small on the map as it stands. */
  unseen?: () => boolean;
  /** What names have to leave free, and what is named beside places. */
  taken?: () => Box[];
}

/* ---- the atlas ---- */

export type Minutes = Float32Array;
export type Counts = Float64Array | Float32Array | Int32Array | Uint32Array;
/** Arrays by name, as grensgeo/maps/packing.py packed them. */
export type Arrays = Record<string, any>;
export interface Part {
  name: string;
  type: string;
  n: number;
  steps?: number;
  /** Bytes of each number; 0 where it has as many as it needs. */
  width: number;
  /** Whether the sign stands in the last bit. */
  signed?: number;
  digits: number;
  /** Whether the digits behind the point stand apart. */
  split?: number;
  null?: number;
  /** Texts and widths of numbers by turns, and how many numbers there are in all. */
  forms?: (string | number)[][];
  values?: number;
}
export interface Manifest {
  format: number;
  meta: Meta;
  parts: Part[];
}
export interface Packed {
  manifest: Manifest;
  chunks: string[];
}
/** What grensgeo.portable says beside its arrays. */
export interface Meta {
  n_cells: number;
  n_places: number;
  n_stops: number;
  trips: TripMeta[];
  scenarios: string[];
  /** Shapes, layers and snappings; see grensgeo/traveltimes/portable_streets.py. */
  streets: any;
  least_change_s: number;
}
export interface LegMeta {
  mode: string;
  limit_min: number | null;
  park_min: number;
  /** By scenario. */
  snapping: number[];
  own_snapping: number[];
  layers: number[];
}
export interface Timed {
  plan: number;
  changes: number;
  moments_s: number[];
  limit_s: number;
  max_rides: number;
}
export interface TripMeta {
  id: string;
  mode: string;
  max_min: number | null;
  percentiles: number[];
  legs: Record<string, LegMeta>;
  timetable: Record<"from" | "to", Timed[]>;
}
/** A place as the engine knows it. */
export interface Ask {
  kind: "cell" | "place" | "stop";
  index: number;
}
export interface Asked {
  place: Ask;
  /** Another place, where it is asked why the time there is what it is. */
  other?: Ask;
  trip: string;
  direction?: string;
  percentile?: number | null;
  foreign_routing?: boolean;
  scenario?: string;
}
/** Minutes are NaN where unreached; `walked` is 1 where no ride is needed. */
export interface Answer {
  minutes: Minutes;
  walked: Uint8Array | null;
  status: string;
}
/** A piece of a journey: a way along streets, a ride, a wait, or parking; stops by number, -1 for a door. */
export interface WhyLeg {
  kind: "way" | "ride" | "wait" | "park";
  mode: string;
  seconds: number;
  metres: number | null;
  from: number;
  to: number;
  /** Seconds of the day at which a vehicle leaves and arrives. */
  departs: number | null;
  arrives: number | null;
  line: string;
  headsign: string;
  spots: Spot[];
}
/** How a time comes about: its minutes, NaN where there is none, and its legs in the order of travel. */
export interface Why {
  minutes: number;
  legs: WhyLeg[];
}
export interface Cells {
  n: number;
  /** In how many countries they lie. */
  covered: number;
  id: string[];
  lon: Counts;
  lat: Counts;
  /** Positions in the page's list of countries; -1 in none. */
  country: Int8Array;
  municipality: Counts;
  population: Counts;
}
export interface Spotted {
  id: string;
  name: string;
  lon: number;
  lat: number;
  country: number;
}
export interface Reach {
  /** By country: within the cutoff, and what is felt to be. */
  by: number[];
  feltBy: number[];
  total: number;
  closed: number;
  realised: number;
  felt: number;
  open: number;
  missing: number;
}
export interface Curve {
  /** By country and minute. */
  by: Float64Array[];
}
export interface FullCurve extends Curve {
  total: Float64Array;
  unknown: Float64Array;
}
/** What a page knows without any search. */
export interface Counting {
  cells: Cells;
  /** Numbers of the countries; those in which cells lie come first. */
  countries: number[];
  places: Spotted[];
  stops: Spotted[];
  municipalities: string[];
  opportunities: Record<string, Counts>;
  trips: TripMeta[];
  scenarios: string[];
  meta: Meta;
  arrays: Arrays;
  reach(minutes: Minutes, weights: Counts, cutoff: number, home: number, how?: { resistance?: number }): Reach;
  curve(minutes: Minutes, weights: Counts, most: number): FullCurve;
}
export interface Engine extends Counting {
  times(asked: Asked): Promise<Answer>;
  why(asked: Asked): Promise<Why>;
}

export interface TripData {
  id: string;
  departure?: string;
  window_min?: number;
  period?: string;
  kind: string;
  name: Text;
  by: Text;
  vehicle: Text;
  no_vehicle: Text;
  without: Text;
  park_min: number;
  lacking: Texts;
  title?: Text;
}
export interface MeanLayer {
  trip: string;
  scenario: string;
  longest_min: number;
  base: number | null;
  number: number;
}
export interface MeanData {
  codes: string[];
  layers: MeanLayer[];
  step_min: number;
  edge_share: number;
  opportunities: string[];
  /** Cutoffs at which bounds are known, and of which trips and opportunities. */
  bounds: { cutoffs: number[]; layers: [string, string][] };
}
export interface AtlasData extends SmallPrint {
  language: string;
  title: Text;
  version: string;
  labels: Labels;
  palettes: { light: string[]; dark: string[]; diverging: string[] };
  base: Base;
  /** Codes of the countries by their number. */
  countries: Record<string, string>;
  sides: Sides;
  edge: number[][];
  study: string[];
  trips: TripData[];
  scenarios: Texts;
  scenario_trips: Record<string, string[]>;
  opportunities: string[];
  start: State;
  mean: MeanData | null;
  /** Its manifest stands in `head`, deflated. */
  engine: { head: string; chunks: string[] };
  base_map: Packed | null;
}
/** What the atlas is asked. */
export interface State {
  language: string;
  theme: string;
  place: string;
  whose: string;
  direction: string;
  trip: string;
  percentile: number;
  cutoff: number;
  border: string;
  reading: string;
  resistance: number;
  opportunity: string;
  scenario: string;
  compare: boolean;
  /** What a second answer is asked otherwise, as an address; empty where nothing is compared. */
  versus: string;
  /** Key of the place the time of which is to be explained; empty for none. */
  target: string;
}
export type Patch = { [name in keyof State]?: any };
/** What a state may ask about; see atlas/places.js. */
export interface Known {
  trips: TripMeta[];
  opportunities: string[];
  scenarios: string[];
  scenariosOf(trip: string): string[];
  hasPlace(key: unknown): boolean;
  /** Whether there is a border: cells in two countries or more. */
  hasBorder: boolean;
  ofInhabitants(state: State): boolean;
  mean: { step: number; longest(state: State): number };
}
export interface Place {
  key: string;
  kind: "place" | "stop" | "cell" | "postcode";
  name: string;
  lon: number;
  lat: number;
  country: number;
  area?: Area;
  ask: Ask;
}
/** A place that can be searched for. */
export interface Entry extends Place {
  plain: string;
  weight: number;
  note(): string;
}
export type Border = "closed" | "realised" | "open";
/** What is known of each state of the border, and of which countries it is not. */
export interface KnownParts extends Reach {
  atLeast: Record<string, number>;
  /** Keys of the countries' names. */
  lacks: Record<string, string[]>;
  shown: number;
  /** By country, as the chosen state of the border counts it. */
  shownBy: number[];
  unknownCountries: string[];
  /** Keys of the names of all countries in which cells lie: codes in small letters. */
  sides: string[];
}
export interface ColouredBand {
  from: number;
  to: number;
  by: number[];
  colour: string;
}
/** All that is shown at a state; of a place without times nothing but why. */
export interface Shown extends KnownParts {
  status?: string;
  minutes: Minutes;
  walked: Uint8Array | null;
  before?: KnownParts & { minutes: Minutes };
  home: number;
  mean?: boolean;
  noService?: boolean;
  shareWithout: number;
  edgeShare?: number;
  /** Between which bounds closed and open lie where they rest on modelled counts. */
  bounds?: Record<string, [number, number]>;
  touchesEdge: boolean;
  bands: ColouredBand[];
  curve: Curve & { home: number };
}
/** A second answer beside the first: what it is asked, its times and figures. */
export interface Other {
  state: State;
  place: Place;
  times: import("./atlas/figures.js").Times;
  shown: Shown;
}
export interface LegendEntry {
  /** A circle, a diamond or a star in place of a box, and how wide a line is. */
  shape?: string;
  width?: number;
  said: string;
  colour?: string;
  stripe?: string;
  line?: string;
  band?: boolean;
}
export interface Theme {
  land: string;
  faint: string;
  outline: string;
  edge: string;
  halo: string;
  border: string;
  beyond: string;
  line: string;
  undo: string;
  still: string;
  same: string;
  /** The outline and the curve of a second answer. */
  second: string;
}

/* ---- the engine ---- */

/** A question as it is read: numbers in place of names; a country or 0 for all. */
export interface Question {
  /** Another point, -1 where only times are asked for. */
  other: number;
  trip: TripMeta;
  scenario: number;
  reverse: boolean;
  own: boolean;
  point: number;
  code: number;
  percentile: number;
}
/** How a leg is made: numbers of a snapping and of a layer of durations, seconds. */
export interface Leg {
  snap: number;
  number: number;
  code: number;
  reverse: boolean;
  limit: number;
  park: number;
  within: number;
}
/** A question to the streets: whether journeys end at the point, the point, the longest in seconds. */
export interface StreetAsk {
  snap: number;
  number: number;
  code: number;
  reverse: boolean;
  point: number;
  limit: number;
}
export interface Streets {
  snapping(snap: number): { status: ArrayLike<number> };
  toAll(ask: StreetAsk, first: number, last: number, out: Float64Array): void;
  toNear(ask: StreetAsk, first: number, last: number, visit: (other: number, seconds: number) => void): void;
  way(ask: { snap: number; number: number; code: number }, from: number, to: number):
    { seconds: number; metres: number | null; spots: Spot[] } | null;
}

/* ---- a page of offers ---- */

/** An offer of a school or an agency; what is not told is null. */
export interface OfferRow {
  id: string;
  title: string | null;
  company: string | null;
  address: string | null;
  postcode: string | null;
  town: string | null;
  municipality: string;
  country: string;
  level: string | null;
  sector: string | null;
  language: string | null;
  located: string;
  type: string;
  count: number | null;
  low: number | null;
  high: number | null;
  nace: string[];
  from: string | null;
  to: string | null;
  /** Number of its place. */
  point: number;
}
export interface OfferState {
  home: string | null;
  level: string;
  sector: string;
  kind: string;
  trip: string;
  cutoff: number;
  border: string;
}
export interface OfferPageData extends SmallPrint {
  language: string;
  title: Text;
  version: string;
  labels: Labels;
  bands: string[];
  base: Base;
  base_map: Packed | null;
  sides: Sides;
  /** Country of each place of offers. */
  countries: string[];
  trips: string[];
  offers: OfferRow[];
  start: { home: Spot | null; home_name: string; level: string; sector: string; cutoff: number };
  engine: Packed;
}
