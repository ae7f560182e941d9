import { useMemo } from 'react';
import { Button, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { BoundedDialog } from '#app/kit/bounded-dialog.tsx';
import type { PriorityPanelProps } from '#app/kit/priority-panel-props.ts';
import type { Scenario } from '#picture/decision-value.ts';
import { figuresOf } from '#picture/figures.ts';
import { heldBy, type ListCover, listCover } from '#picture/listed-areas.ts';
import { questionText } from '#picture/question-text.ts';
import { compareScenarios, type ScenarioColumn } from '#picture/scenario-comparison.ts';
import { DASH } from '#words/format.ts';
import { priorityFormula, scoreText } from '#words/priority-words.ts';
import { movesText } from './moves-text.ts';

/** More stand not beside each other on a small screen. */
const MOST_COLUMNS = 4;
const MOST_ROWS = 60;

type TableProps = PriorityPanelProps & {
  readonly scenarios: readonly Scenario[];
  readonly onClose: () => void;
};

/** Scenarios side by side: ranks, scores, who is in which list, who is put forward. */
export function ScenarioTable({ scenarios, onClose, ...props }: TableProps) {
  const { picture, words, format } = props;
  const { atlas } = picture;
  const say = words.decision;
  const { columns, areas, listed, chosen } = useMemo(
    () => compareScenarios(atlas, scenarios.slice(0, MOST_COLUMNS)),
    [atlas, scenarios],
  );
  const first = columns.find((column) => column.picture)?.picture;
  const question = questionText(picture.view);
  const differs = scenarios.every(({ text }) => text !== question);
  const level = words.level[first?.view.level ?? 'village'];
  const told = { listed: format.count(listed.every), of: format.count(listed.any) };
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="modal scenario-comparison">
        <BoundedDialog className="dialog">
          <Heading slot="title">{say.compareTitle}</Heading>
          <p>
            {say.comparison.shared(told.listed, told.of, level)}{' '}
            {chosen.any > 0
              ? say.comparison.chosenShared(format.count(chosen.every), format.count(chosen.any), level)
              : null}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by the keyboard too */}
          <section className="scenario-scroll" tabIndex={0} aria-label={say.compareTitle}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.comparison.head.area}</th>
                  {columns.map((column) => (
                    <Head key={column.scenario.id} {...props} column={column} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {areas.slice(0, MOST_ROWS).map((i) => (
                  <tr key={i}>
                    <th scope="row">{first?.geography.areas[i]?.name}</th>
                    {columns.map((column) => (
                      <Cell key={column.scenario.id} {...props} column={column} index={i} />
                    ))}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{say.comparison.againstList}</th>
                  {columns.map(({ scenario, againstList }) => (
                    <td key={scenario.id}>
                      {againstList && first ? movesText(againstList, first.geography, words) : DASH}
                    </td>
                  ))}
                </tr>
                {columns.some(({ againstEarlier }) => againstEarlier) ? (
                  <tr>
                    <th scope="row">{say.comparison.againstBefore}</th>
                    {columns.map(({ scenario, againstEarlier: moves }) => (
                      <td key={scenario.id}>
                        {moves && first
                          ? `${say.comparison.againstEarlier(moves.earlier.title)}: ${movesText(moves, first.geography, words)}`
                          : DASH}
                      </td>
                    ))}
                  </tr>
                ) : null}
              </tfoot>
            </table>
          </section>
          <p className="note">
            {say.comparison.key}
            {differs ? ` ${say.comparison.differs}` : null}
            {scenarios.length > MOST_COLUMNS ? ` ${say.comparison.most(format.count(MOST_COLUMNS))}` : null}
          </p>
          <Button className="button" onPress={onClose}>
            {say.close}
          </Button>
        </BoundedDialog>
      </Modal>
    </ModalOverlay>
  );
}

type ColumnProps = PriorityPanelProps & { readonly column: ScenarioColumn };

function Head({ words, format, picture, column }: ColumnProps) {
  const { scenario, picture: own } = column;
  const say = words.decision.comparison;
  const { dataset } = picture.atlas;
  const cover = own && listCover(own.priority);
  const held = own && heldBy(own.priority, column.chosen);
  const said = ({ share, indicator }: Pick<ListCover, 'share' | 'indicator'>) =>
    `${format.percentUnit(share)} ${words.indicator[indicator].people}`;
  return (
    <th scope="col">
      {scenario.title}
      <small>
        {own
          ? [
              priorityFormula(own.priority, words),
              format.period(own.view.period),
              say.length(format.count(column.listed.size)),
              ...(cover ? [said(cover)] : []),
              ...(held && column.chosen.size > 0
                ? [`${say.chosenCount(format.count(column.chosen.size))} ${said(held)}`]
                : []),
            ].join(' · ')
          : say.unanswered}
        {dataset && scenario.figures !== figuresOf(dataset) ? ` · ${say.otherFigures}` : null}
      </small>
    </th>
  );
}

function Cell({ words, format, column, index }: ColumnProps & { readonly index: number }) {
  const say = words.decision.comparison;
  const { picture, listed, chosen } = column;
  if (!picture) return <td>{DASH}</td>;
  const rank = picture.priority.index.rank[index] ?? 0;
  const score = picture.priority.index.score[index] ?? Number.NaN;
  const inList = listed.has(index);
  return (
    <td data-listed={inList ? '' : undefined}>
      <span className="scenario-rank">{rank === 0 ? DASH : format.count(rank)}</span>{' '}
      <span className="scenario-score">{scoreText(score, format)}</span>{' '}
      <span className="scenario-chosen">
        {chosen.has(index) ? <abbr title={say.chosen}>✓</abbr> : null}
        {inList ? <span className="visually-hidden">{say.listed}</span> : null}
      </span>
    </td>
  );
}
