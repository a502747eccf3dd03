/** The chunk of the script build for banners in another place, or with a logo. */
export * from '../ui/look.js';
