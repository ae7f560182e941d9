import { ReportStatus } from './cells.ts';

/** What packages and registers call a status. */
export const REPORT_STATUS = {
  reported: ReportStatus.reported,
  'not-reported': ReportStatus.notReported,
  incomplete: ReportStatus.incomplete,
  'set-aside': ReportStatus.setAside,
} as const;

export type ReportWord = keyof typeof REPORT_STATUS;

export const REPORT_WORDS = Object.keys(REPORT_STATUS) as readonly ReportWord[];

export function reportWord(status: ReportStatus): ReportWord {
  return REPORT_WORDS.find((word) => REPORT_STATUS[word] === status)!;
}
