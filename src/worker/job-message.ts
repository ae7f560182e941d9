/**
 * What a page asks of a worker: runs of jobs, each with a number of its own. `Kept` is what the worker is to have
 * before a run and keeps after it; never where jobs bring all they need.
 */
export type JobRequest<Job, Kept = never> =
  | { readonly task: 'keep'; readonly kept: Kept }
  | { readonly task: 'run'; readonly run: number; readonly job: Job }
  | { readonly task: 'cancel'; readonly run: number };

export type JobReply<Answer> =
  | { readonly run: number; readonly progress: number }
  | { readonly run: number; readonly answer: Answer }
  | { readonly run: number; readonly broken: string };
