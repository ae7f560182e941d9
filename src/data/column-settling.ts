import { CONDITION_DIMENSIONS } from '#core/dimension.ts';
import { readPeriod } from '#core/period-text.ts';
import { columnLetter } from '#core/personal-data.ts';
import type { Problem } from '#core/problem.ts';
import { type Answers, type Question, type QuestionOption, questionId } from '#core/question.ts';
import { settleDeciles, sumsOfDeciles } from './column-deciles.ts';
import { inDimension, settleDenominators } from './column-denominators.ts';
import { type ColumnFigures, compare } from './column-figures.ts';
import { ColumnNeighbors, type Say } from './column-neighbors.ts';
import { besidePeriods } from './column-periods.ts';
import { winnerOf } from './column-rivals.ts';
import { COLUMN_ROLES, type ColumnRole, type HeaderRole, isCountRole, isRepeatable } from './column-role.ts';
import { dimensionOf, periodKey, type Source } from './column-source.ts';
import { readHeader } from './header-reading.ts';
import { plainHeader } from './header-words.ts';
import { roleOption } from './role-option.ts';
import { openShortClasses, settleShortClasses } from './short-classes.ts';

type Where = NonNullable<Problem['at']>;

export interface Settling {
  readonly data: readonly (readonly string[])[];
  readonly figures: ColumnFigures;
  readonly titles: readonly string[];
  readonly at: Where;
  readonly answers: Answers;
}

const FIRST_VALUES = 3;

class Settler {
  readonly questions: Question[] = [];
  readonly problems: Problem[] = [];
  readonly #sources: readonly Source[];
  readonly #in: Settling;

  constructor(sources: readonly Source[], settling: Settling) {
    this.#sources = sources;
    this.#in = settling;
  }

  run(): void {
    const neighbors = new ColumnNeighbors({
      sources: this.#sources,
      figures: this.#in.figures,
      say: (code, severity, source, detail) => this.#say(code, severity, source, detail),
    });
    this.#answered();
    this.#periods();
    const say: Say = (code, severity, source, detail) => this.#say(code, severity, source, detail);
    const tools = {
      ...this.#in,
      say,
      ask: (source: Source, roles: readonly ColumnRole[], detail: Question['detail'] = {}) =>
        this.#askRole(source, roles, detail),
    };
    const left = besidePeriods(this.#sources, say);
    const own = this.#sources.filter((one) => !left.has(one));
    const periods = new Set(own.map(periodKey));
    const named = [...periods].filter((key) => key !== '');
    for (const period of named.length > 0 ? named : ['']) {
      const frame = () => own.filter((one) => periodKey(one) === '' || periodKey(one) === period);
      neighbors.neighbors(frame());
      neighbors.children(frame());
      for (const dimension of CONDITION_DIMENSIONS) settleShortClasses(frame(), dimension, tools);
      this.#undividedClasses(frame());
      this.#denominators(frame());
      this.#rivals(frame());
      settleDeciles(frame(), tools);
      sumsOfDeciles(frame(), tools);
      this.#candidates(frame());
      this.#unsaid(frame());
    }
    neighbors.parts();
    this.#leaveOut();
  }

  /** The header without the period it names: months side by side are one question. */
  #key({ header, reading }: Source): string {
    const plain = plainHeader(header);
    const text = reading.period?.text ?? '';
    return text === '' ? plain : plain.replace(text, ' ').replace(/\s+/g, ' ').trim();
  }

  #answered(): void {
    for (const source of this.#sources) {
      const answer = this.#in.answers.get(questionId(this.#in.at, 'role', this.#key(source)));
      if (answer === undefined || !COLUMN_ROLES.some((role) => role === answer)) continue;
      source.role = answer as ColumnRole;
      source.confidence = 'high';
      source.why = 'chosen';
    }
  }

  /** Without a column of time, one whose every cell reads as a month or a date is it; one of bare years is asked about. */
  #periods(): void {
    if (this.#sources.some(({ role }) => /^(period|year|month|quarter|semester)$/.test(role))) return;
    for (const source of this.#sources) {
      const [index] = source.indexes;
      if (source.role !== 'ignored' || source.why !== 'unknown' || source.confidence === 'high') continue;
      const cells = this.#in.data.map((row) => (row[index ?? -1] ?? '').trim()).filter((cell) => cell !== '');
      const read = cells.map((cell) => (/^\d{5}/.test(cell) && cell.length !== 6 ? null : readPeriod(cell)));
      const periods = read.filter((period) => period !== null);
      if (cells.length === 0 || periods.length * 10 < cells.length * 9) continue;
      if (periods.every((period) => period.length === 4)) {
        this.#askRole(source, ['year']);
        continue;
      }
      source.role = 'period';
      source.why = 'cells';
      this.#say('period/by-cells', 'warning', source, {});
      return;
    }
  }

  #isCounted({ indexes }: Source): boolean {
    const figures = this.#in.figures.of(indexes);
    return figures.length > 0 && figures.filter((value) => !Number.isNaN(value)).length * 2 >= figures.length;
  }

  #values({ indexes }: Source): readonly string[] {
    const rows = this.#in.data.map((row) => indexes.map((index) => (row[index] ?? '').trim()).join(' + '));
    return rows.filter((text) => text.replace(/[ +]/g, '') !== '').slice(0, FIRST_VALUES);
  }

  #ask(
    kind: 'role' | 'rivals',
    what: string,
    column: string,
    detail: Question['detail'],
    options: readonly QuestionOption[],
  ): void {
    const id = questionId(this.#in.at, kind, what);
    const answer = this.#in.answers.get(id);
    const isAnswered = options.some((option) => option.id === answer);
    if (isAnswered || this.questions.some((one) => one.id === id)) return;
    this.questions.push({ id, kind, at: { ...this.#in.at, column }, detail, options });
  }

  #askRole(source: Source, roles: readonly ColumnRole[], detail: Question['detail'] = {}): void {
    if (source.why === 'chosen') return;
    const values = this.#values(source);
    this.#ask(
      'role',
      this.#key(source),
      source.header,
      detail,
      [...roles, 'ignored' as const].map((role) => roleOption(role, values)),
    );
    source.role = 'ignored';
    source.confidence = 'low';
  }

  #say(
    code: Problem['code'],
    severity: Problem['severity'],
    source: Source,
    detail: NonNullable<Problem['detail']>,
  ): void {
    this.problems.push({ code, severity, at: { ...this.#in.at, column: source.header }, detail });
  }

  /** "Pendek" without "sangat pendek": all of them where the index stands beside it or the parts say so; else asked. */
  #undividedClasses(frame: readonly Source[]): void {
    for (const dimension of CONDITION_DIMENSIONS) {
      const own = inDimension(frame, dimension);
      const has = (part: string) => own.filter(({ role }) => role === `${dimension}.${part}`);
      const [lone, second] = has('moderate');
      if (openShortClasses(frame, dimension).length > 0) continue;
      if (!lone || second || has('severe').length > 0 || has('total').length > 0) continue;
      const none = has('none')[0];
      const measured = frame.find(({ role }) => role === 'measured');
      const { figures } = this.#in;
      const whole =
        none && measured
          ? compare(
              figures.of([...lone.indexes, ...none.indexes]),
              figures.of(measured.indexes),
              (x, y) => x === y,
            )
          : null;
      if (lone.reading.indexed || (whole && whole.compared > 0 && whole.fitting * 2 > whole.compared)) {
        lone.role = `${dimension}.total`;
        this.#say('column/taken', 'note', lone, { what: `${dimension}.total` });
      } else this.#askRole(lone, [`${dimension}.total`], { dimension });
    }
  }

  #denominators(frame: readonly Source[]): void {
    const before = frame.filter(({ role }) => /^measured(\.|$)/.test(role));
    settleDenominators(frame, this.#in.figures);
    const kept = before.filter(({ role }) => role !== 'ignored').map(({ header }) => header);
    for (const source of before)
      if (source.role === 'ignored')
        this.#say('header/duplicate', 'warning', source, { kept: kept.join(', ') });
  }

  #rivals(frame: readonly Source[]): void {
    const byRole = new Map<string, Source[]>();
    for (const source of frame) {
      if (source.role === 'ignored' || isRepeatable(source.role as ColumnRole) || isUndecided(source.role))
        continue;
      byRole.set(source.role, [...(byRole.get(source.role) ?? []), source]);
    }
    for (const [role, all] of byRole) {
      const own = all.filter((one) => periodKey(one) !== '');
      const rivals = own.length > 0 ? own : all;
      const chosen = all.find(({ why }) => why === 'chosen');
      const answered = this.#in.answers.get(questionId(this.#in.at, 'rivals', role));
      const winner =
        chosen ??
        rivals.find((one) => this.#rivalId(one, rivals) === answered) ??
        (answered === 'ignored' ? null : winnerOf(rivals, frame, this.#in.figures, this.#in.data));
      if (winner === null && answered !== 'ignored') this.#askRivals(role, rivals);
      for (const rival of rivals) {
        if (rival === winner) continue;
        rival.role = 'ignored';
        rival.why = 'duplicate';
        rival.confidence = 'low';
        if (winner && isCountRole(role as ColumnRole))
          this.#say('header/duplicate', 'warning', rival, { kept: winner.header });
      }
    }
  }

  /** Columns of one header are told apart by their letter. */
  #rivalId(rival: Source, rivals: readonly Source[]): string {
    const key = this.#key(rival);
    const alike = rivals.filter((one) => this.#key(one) === key).length > 1;
    return alike ? `${key} ${columnLetter(rival.indexes[0] ?? 0)}` : key;
  }

  #askRivals(role: string, rivals: readonly Source[]): void {
    const options = rivals.map(
      (rival): QuestionOption => ({
        id: this.#rivalId(rival, rivals),
        kind: 'column',
        value:
          this.#rivalId(rival, rivals) === this.#key(rival)
            ? rival.header
            : `${rival.header} (${columnLetter(rival.indexes[0] ?? 0)})`,
        values: this.#values(rival),
        follows: null,
      }),
    );
    const columns = rivals.map(({ header }) => header).join(', ');
    this.#ask('rivals', role, columns, { role }, [...options, roleOption('ignored', [])]);
  }

  /** A header with a word too many is asked about where nothing else says what it might say. */
  #candidates(frame: readonly Source[]): void {
    const open = frame.filter(
      ({ role, why, reading }) => role === 'ignored' && why === 'qualified' && reading.candidate !== null,
    );
    for (const source of open) {
      const candidate = source.reading.candidate!;
      if (!this.#isNeeded(candidate, frame)) continue;
      const words = source.reading.qualifiers.join(', ');
      const dimension = dimensionOf(candidate);
      const other = /\.(severe|moderate)$/.test(candidate) ? 'total' : 'none';
      const whole = dimension && !candidate.endsWith('.none') ? ([`${dimension}.${other}`] as const) : [];
      const role = candidate === 'total-children' ? 'measured' : (candidate as ColumnRole);
      this.#askRole(source, [role, ...whole], { words, role });
    }
  }

  #isNeeded(candidate: HeaderRole, frame: readonly Source[]): boolean {
    const has = (pattern: RegExp): boolean =>
      this.#sources.some((one) => pattern.test(one.role) && frame.includes(one));
    if (/^(name|code)/.test(candidate)) return !has(/^(name|code)/);
    if (/^(period|year|month|quarter|semester)$/.test(candidate))
      return !has(/^(period|year|month|quarter|semester)$/);
    if (candidate === 'measured' || candidate === 'total-children') return !has(/^measured/);
    const dimension = dimensionOf(candidate);
    if (dimension !== null)
      return !frame.some(({ role, why }) => dimensionOf(role) === dimension && why !== 'qualified');
    return candidate.startsWith('poverty') && !has(/^poverty/);
  }

  /** Columns that do not say what they count: asked about where the table would else say nothing. */
  #unsaid(frame: readonly Source[]): void {
    const affected = frame.some(({ role }) => dimensionOf(role) !== null || role.startsWith('poverty.'));
    const asked = this.questions.some(({ kind }) => kind === 'role');
    const category = frame.some(({ role }) => role === 'category');
    const open = frame.filter(({ role }) => role === 'case' || role === 'value');
    const measured = frame.some(({ role }) => /^measured/.test(role));
    for (const source of open) {
      if (category && source.role === 'value') continue;
      if (this.#isFractional(source)) {
        source.role = 'ignored';
        this.#say('column/ignored', 'note', source, {});
        continue;
      }
      if (affected && (measured || source.role === 'case')) source.role = 'ignored';
      else if (
        asked &&
        !this.questions.some(({ id }) => id === questionId(this.#in.at, 'role', this.#key(source)))
      )
        source.role = 'ignored';
      else this.#askRole(source, affected ? ['measured'] : this.#told());
    }
  }

  /** Numbers that count nothing: most likely percentages. */
  #isFractional({ indexes }: Source): boolean {
    return this.#in.figures.of(indexes).some((value) => !Number.isNaN(value) && !Number.isInteger(value));
  }

  /** What a column of numbers may be: first what the titles speak of. */
  #told(): readonly ColumnRole[] {
    const all = CONDITION_DIMENSIONS.map((dimension) => `${dimension}.total` as const);
    const titles = this.#in.titles.flatMap((title) => {
      const { role, candidate } = readHeader(title);
      return [role, candidate].map((one) => (one === null ? null : dimensionOf(one)));
    });
    return [...all].sort(
      (a, b) => Number(titles.includes(dimensionOf(b))) - Number(titles.includes(dimensionOf(a))),
    );
  }

  /** Undecided kinds have no role; every column with words of its own that is not used is said. */
  #leaveOut(): void {
    for (const source of this.#sources) {
      if (isUndecided(source.role)) {
        source.role = 'ignored';
        source.confidence = 'low';
        source.why = 'unknown';
      }
      const { candidate, qualifiers } = source.reading;
      const unknown = source.why === 'unknown' && source.confidence === 'low';
      const told = this.problems.some(({ code }) => code === 'column/other-unit');
      const lone = source.why === 'neighbor';
      const unused = source.role === 'ignored' && (unknown || lone || (source.why === 'other-unit' && !told));
      if (unused && this.#isCounted(source)) this.#say('column/ignored', 'note', source, {});
      const asked = this.questions.some(({ at }) => at.column === source.header);
      if (source.role === 'ignored' && source.why === 'qualified' && candidate !== null && !asked)
        this.#say('column/qualified', 'note', source, {
          words: qualifiers.join(', '),
          what: candidate === 'total-children' ? 'measured' : isUndecided(candidate) ? 'value' : candidate,
        });
    }
  }
}

const isUndecided = (role: HeaderRole): boolean =>
  ['total-children', 'class-normal', 'percent', 'case'].includes(role);

/** Settles in place what the headers alone leave open, and returns what has to be asked and said. */
export function settleSources(
  sources: readonly Source[],
  settling: Settling,
): { readonly questions: readonly Question[]; readonly problems: readonly Problem[] } {
  const settler = new Settler(sources, settling);
  settler.run();
  const problems = settler.problems.filter(
    (one, k, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === k,
  );
  return { questions: settler.questions, problems };
}
