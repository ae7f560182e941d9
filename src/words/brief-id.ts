/** What is shortened where room is dear, in Indonesian. */
export const briefId = {
  more: 'selengkapnya',
  less: 'ringkas',
  source: 'sumber',
};
