import type { RankingColumnMeta } from './ranking-columns.tsx';

export interface RankingColumn extends RankingColumnMeta {
  readonly id: string;
}
