/** `npm run soak`: what repeats to be believed does so as often as it is claimed; `npm test` has a short form of it. */
export const LONG_FORM = process.env.TEST_FORM === 'long';
