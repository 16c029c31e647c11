/** Line icons on a grid of 16, one path each. */
const PATHS = {
  check: 'M3 8.5l3.2 3L13 4.5',
  left: 'M10 3.5L5.5 8l4.5 4.5',
  right: 'M6 3.5L10.5 8 6 12.5',
  fall: 'M8 2.5v10.5M3.8 8.8L8 13l4.2-4.2',
  down: 'M3.5 6L8 10.5 12.5 6',
  plus: 'M8 3v10M3 8h10',
  dots: 'M3 8h.01M8 8h.01M13 8h.01',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3l7.5 5L5 13z',
  flag: 'M4 14V2.5h7.5L9.5 5.5l2 3H4',
  offline: 'M2.5 2.5l11 11M6 5a4 4 0 0 1 5.9 1.9 2.8 2.8 0 0 1 1.6 4.6M10 12.5H5a2.6 2.6 0 0 1-.8-4.9',
  spin: 'M8 2a6 6 0 1 0 6 6',
  square: 'M4 4h8v8H4z',
  push: 'M3 4l4 4-4 4M9 4l4 4-4 4',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3',
  cold: 'M8 2v12M2.8 5l10.4 6M13.2 5L2.8 11',
  info: 'M8 7.5V12M8 4.5v.01M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8z',
  warn: 'M8 2l6.3 11.5H1.7zM8 6.5v3.2M8 11.6v.01',
  mail: 'M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  find: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4l3.4 3.4',
  equal: 'M3.5 6h9M3.5 10h9',
  star: 'M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z',
  cross: 'M4 4l8 8M12 4l-8 8',
  forward: 'M3 8h9.5M8.5 4l4 4-4 4',
  sheet: 'M2.5 3h11v10h-11zM2.5 7h11M6.5 3v10',
  people:
    'M5.5 8a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM1.8 13c.3-2 1.8-3 3.7-3s3.4 1 3.7 3M10.5 4a2 2 0 0 1 0 3.9M11.5 10.2c1.5.3 2.4 1.2 2.7 2.8',
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative icon; the words beside it say the same. */
export function Icon({ name, spin }: { name: IconName; spin?: boolean }) {
  return (
    <svg class={`icon icon-${name}${spin ? ' spin' : ''}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
