/** The chunk of the script build with the search field above a long list of services. */
export * from '../ui/search.js';
