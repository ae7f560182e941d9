import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn } from '#scripts/folder-files.ts';
import { nginxConfig } from '#scripts/nginx-config.ts';
import { noticesText, packageNotices } from '#scripts/package-notices.ts';
import { CONTENT_SECURITY_POLICY, META_POLICY, SECURITY_HEADERS } from '#scripts/policy.ts';
import { archiveOf, releasePage } from '#scripts/release.ts';
import { MIME } from '#scripts/serve.ts';
import { ROOT } from '#scripts/tool.ts';

const DATE = new Date(Date.UTC(2026, 10, 22, 23, 30));
const PAGE = `<!doctype html>
<html><head>
<meta charset="utf-8" />
<link href="/demo/a.json" /><link href="//elsewhere" />
<script type="module" src="/assets/a.js"></script>
</head></html>`;

describe('the page of a release', () => {
  it('has its policy before anything it could apply to', () => {
    const page = releasePage(PAGE);
    expect(page.indexOf(META_POLICY)).toBeGreaterThan(0);
    expect(page.indexOf(META_POLICY)).toBeLessThan(page.indexOf('<link'));
  });

  it('asks for its files beside itself, in whatever folder that is', () => {
    const page = releasePage(PAGE);
    expect(page).toContain('href="./demo/a.json"');
    expect(page).toContain('src="./assets/a.js"');
    expect(page).toContain('href="//elsewhere"');
  });

  it('is refused where the policy has no place', () => {
    expect(() => releasePage('<html></html>')).toThrow('charset');
  });

  it('has the policy of the headers but for what only a header can say', () => {
    const parts = (policy: string) => policy.split('; ');
    const missing = parts(CONTENT_SECURITY_POLICY).filter((part) => !parts(META_POLICY).includes(part));
    expect(missing).toEqual(["frame-ancestors 'none'"]);
  });
});

describe('the archive of a release', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
    mkdirSync(join(folder, 'situs'));
    writeFileSync(join(folder, 'situs/b.js'), 'b'.repeat(1000));
    writeFileSync(join(folder, 'a.txt'), 'a');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('holds every file under one name, in order', () => {
    expect(filesIn(folder)).toEqual(['a.txt', 'situs/b.js']);
    const inside = unzipSync(archiveOf(folder, 'peta-1', DATE));
    expect(Object.keys(inside)).toEqual(['peta-1/a.txt', 'peta-1/situs/b.js']);
    expect(new TextDecoder().decode(inside['peta-1/a.txt'])).toBe('a');
  });

  it('is the same whenever and wherever it is made', () => {
    const before = archiveOf(folder, 'peta-1', DATE);
    utimesSync(join(folder, 'a.txt'), 0, 0);
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Jayapura';
    expect(archiveOf(folder, 'peta-1', DATE)).toEqual(before);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
});

describe('the configuration of nginx', () => {
  const config = nginxConfig();

  it('has every header of the own server, on errors too', () => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(config).toContain(`add_header ${name} "${value}" always;`);
  });

  it('has every type of the own server once', () => {
    for (const [ending, type] of Object.entries(MIME)) {
      const [plain = ''] = type.split(';');
      const [line = ''] = config.split('\n').filter((one) => one.trim().startsWith(`${plain} `));
      expect(line.replace(';', '').split(/\s+/)).toContain(ending.slice(1));
    }
  });

  it('opens and closes as many blocks', () => {
    expect(config.split('{').length).toBe(config.split('}').length);
  });
});

describe('the notices of others', () => {
  const notices = packageNotices(ROOT);

  it('name what the page is made of, each with a licence', () => {
    const names = notices.map(({ name }) => name);
    for (const name of ['react', 'maplibre-gl', '@duckdb/duckdb-wasm', '@fontsource-variable/source-sans-3'])
      expect(names).toContain(name);
    expect(names.filter((name) => name.startsWith('@types/') || name === 'vitest')).toEqual([]);
    expect(notices.filter(({ license }) => license === '')).toEqual([]);
  });

  it('carry the texts', () => {
    const text = noticesText(notices);
    expect(text).toContain('SIL OPEN FONT LICENSE');
    expect(text).toContain('Permission is hereby granted, free of charge');
  });
});
