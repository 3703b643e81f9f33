/** What can be amiss with a map: Mapbox refused the site's token, the site's own style is missing in whole or in part, the graphics context was lost. */
export type MapFault = 'refused' | 'style-missing' | 'context-lost'
