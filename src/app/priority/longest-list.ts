/** No list of a meeting is longer. */
export const LONGEST_LIST = 30;
