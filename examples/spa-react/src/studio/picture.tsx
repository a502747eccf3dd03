import { useId } from 'react';
import { compose, type PictureRequest } from './compose.js';

/** Draws a request. Nothing leaves the browser for it. */
export function Picture({ request }: { request: PictureRequest }) {
  const id = useId();
  const { width, height, sky, sun, layers, specks } = compose(request);
  return (
    <svg
      className="picture"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={request.prompt}
    >
      <defs>
        <linearGradient id={`${id}sky`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={sky[0]} />
          <stop offset="0.8" stopColor={sky[1]} />
        </linearGradient>
        <pattern id={`${id}dots`} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(35)">
          <circle cx="2" cy="2" r="1.3" fill="#fff" fillOpacity="0.16" />
        </pattern>
      </defs>
      <rect width={width} height={height} fill={`url(#${id}sky)`} />
      {specks.map(({ x, y, r, colour }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={r} fill={colour} fillOpacity="0.85" />
      ))}
      <circle cx={sun.x} cy={sun.y} r={sun.r * 1.35} fill={sun.colour} fillOpacity="0.25" />
      <circle cx={sun.x} cy={sun.y} r={sun.r} fill={sun.colour} />
      {layers.map(({ path, colour }) => (
        <path key={colour} d={path} fill={colour} />
      ))}
      <rect width={width} height={height} fill={`url(#${id}dots)`} />
    </svg>
  );
}
