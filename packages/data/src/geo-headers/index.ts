import { cloudflare } from './cloudflare.js';
import { cloudfront } from './cloudfront.js';
import { fastly } from './fastly.js';
import { netlify } from './netlify.js';
import { nginx } from './nginx.js';
import { vercel } from './vercel.js';

/** Hosts that add the place of the visitor to the headers of a request. */
export const geoHeaders = { cloudflare, vercel, netlify, fastly, cloudfront, nginx };
