import type { GeoHeaders, Source } from '../types.js';

/** CloudFront adds them if an origin request policy or a cache policy names them. */
export const cloudfront = {
  country: 'cloudfront-viewer-country',
  subdivision: 'cloudfront-viewer-country-region',
} as const satisfies GeoHeaders;

export const source: Source = {
  urls: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html'],
  reviewedOn: '2026-11-21',
};
