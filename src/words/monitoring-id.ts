/** The room Pantau, whatever is asked in it, in Indonesian. */
export const monitoringId = {
  what: 'Yang dipantau',
  until: 'sampai ',
  summary: 'Ringkasan',
  nothing: 'Angka',
  none: 'Data ini belum dapat menjawabnya.',
  /** Between the head of the sentence and the indicator. */
  of: ' ',
  play: {
    start: 'Putar periode',
    stop: 'Hentikan putaran',
    /** Where nothing is to move by itself. */
    step: 'Satu periode maju',
  },
};
