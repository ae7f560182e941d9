export type LoadStage = 'prepare' | 'insert' | 'check' | 'read';
