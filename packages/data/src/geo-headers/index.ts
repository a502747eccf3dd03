import { cloudflare } from './cloudflare.js';
import { cloudfront } from './cloudfront.js';
import { fastly } from './fastly.js';
import { netlify } from './netlify.js';
import { nginx } from './nginx.js';
import { vercel } from './vercel.js';

/** Who says in the headers of a request where the visitor is. */
export const geoHeaders = { cloudflare, vercel, netlify, fastly, cloudfront, nginx };
