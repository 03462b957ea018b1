/** Own line icons on a grid of 16, drawn with the text's colour. */
const paths = {
  desk: 'M2 6h12M3 6V3h10v3M3 6v7M13 6v7M9 6v4h4',
  incoming: 'M8 2v7M5 6.5 8 9.5l3-3M2 10v3.5h12V10',
  outgoing: 'M8 10V3M5 5.5 8 2.5l3 3M2 10v3.5h12V10',
  list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.5M2 8h.5M2 12h.5',
  card: 'M2 3h12v10H2zM4.5 6h4M4.5 8.5h7M4.5 11h5',
  links: 'M4.5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM11.5 13.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM4.5 6.5v3a2 2 0 0 0 2 2h3',
  notice: 'M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5',
  package: 'M2.5 5 8 2l5.5 3v6L8 14l-5.5-3zM2.5 5 8 8l5.5-3M8 8v6',
  consent: 'M4 1.5h6L13 5v9.5H4zM6 9.5l1.7 1.7L11 7.8',
  breach: 'M8 2 1.5 13.5h13zM8 6.5v3.5M8 12v.2',
  journal: 'M3 2h9.5v12H3zM5.5 2v12M7.5 5.5H11M7.5 8H11',
  print: 'M4.5 6V2h7v4M4.5 11.5H2V6h12v5.5h-2.5M4.5 9.5h7V14h-7z',
  bodies: 'M2 13.5h12M3.5 13.5V7M6.5 13.5V7M9.5 13.5V7M12.5 13.5V7M2 6.5 8 2.5l6 4z',
  people: 'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 3a2.3 2.3 0 0 1 0 4.4M12 9.8c1.6.5 2.5 1.9 2.5 3.7',
  settings: 'M2 4.5h7M12 4.5h2M2 11.5h2M7 11.5h7M10.5 3v3M5.5 10v3',
  lock: 'M3.5 7h9v7h-9zM5.5 7V4.5a2.5 2.5 0 0 1 5 0V7',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.5 10.5 14 14',
  add: 'M8 2.5v11M2.5 8h11',
  remove: 'M2.5 8h11',
  close: 'm3.5 3.5 9 9M12.5 3.5l-9 9',
  check: 'm2.5 8.5 3.5 3.5 7.5-8',
  up: 'm3.5 10 4.5-4.5 4.5 4.5',
  down: 'm3.5 6 4.5 4.5L12.5 6',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  columns: 'M2 2.5h12v11H2zM6 2.5v11M10 2.5v11',
  file: 'M4 1.5h5.5L13 5v9.5H4zM9.5 1.5V5H13',
  folder: 'M2 13V3.5h4.5L8 5.5h6V13z',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.5V8l2.5 1.5',
  filter: 'M2 3h12L9.5 8.5V13l-3-1.5v-3z',
  refresh: 'M13 4v3.5H9.5M13 7.5A5.3 5.3 0 1 0 13 10',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.5V11M8 5v.2',
  keyboard: 'M1.5 4h13v8.5h-13zM4 6.5h.3M7 6.5h.3M10 6.5h.3M12 6.5h.3M4.5 10h7',
  shield: 'M8 1.5 13.5 4v4c0 3-2.2 5.2-5.5 6.5C4.7 13.2 2.5 11 2.5 8V4z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth={1.4}
      strokeLinecap="round" strokeLinejoin="round" aria-hidden focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
