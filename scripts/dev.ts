import { ensureDemoData } from './build.ts';
import { tool } from './tool.ts';

await ensureDemoData();
process.exitCode = await tool('vite', []);
