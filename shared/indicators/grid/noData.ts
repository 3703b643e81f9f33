/** Class of a grid about which a measure has nothing to say: no visit known, no households, too short a past. */
export const NO_DATA = 5
