import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useStore } from 'zustand';
import { BoundedDialog } from '#app/kit/bounded-dialog.tsx';
import { FileChoice } from '#app/kit/file-choice.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { type Fault, faultOf } from '#core/fault.ts';
import type { Problem } from '#core/problem.ts';
import type { BoundaryAnswers } from '#data/boundary-question.ts';
import { jobsOf } from '#data/file-job.ts';
import { isEmptyMemory, memoryOf } from '#data/reading-memory.ts';
import { createDeskReader } from '#desk/desk-reader.ts';
import type { ToldProblems } from '#desk/desk-reading.ts';
import {
  type Desk,
  deskProblems,
  emptyDesk,
  hasDataset,
  isReady,
  layFiles,
  monitoringOn,
} from '#desk/office-desk.ts';
import { layersOf } from '#desk/place-desk.ts';
import type { Atlas } from '#picture/atlas.ts';
import { BoundaryQuestions } from './boundary-questions.tsx';
import { createFileQueue } from './file-queue.ts';
import {
  BoundariesCard,
  MemoryCard,
  NamesCard,
  PackageCard,
  RefusedCard,
  TableCard,
} from './import-cards.tsx';
import { ImportFaults } from './import-faults.tsx';
import { useMatching } from './matching.ts';
import { MonitoringCard } from './monitoring-card.tsx';
import { readFailed, readOffice } from './office-reading.ts';
import { PlaceCard } from './place-card.tsx';
import { PolicyNote } from './policy-note.tsx';
import { QuestionCard } from './question-card.tsx';
import { TilesCard } from './tiles-card.tsx';
import { useWindowDrop } from './window-drop.ts';
import './import.css';

/** What did not come along with what was loaded last. */
interface Left {
  readonly own: readonly Problem[];
  readonly told: ToldProblems | null;
}
const NOTHING_LEFT: Left = { own: [], told: null };

type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly file: string }
  | { readonly kind: 'matching' }
  | { readonly kind: 'loading' };

/**
 * Where the office's own files come in: what each was taken for, which rows do not fit and why, and one button that
 * loads the rest. Nothing on the map changes before that.
 */
export function ImportDialog() {
  const { store, words, session } = usePage();
  const shown = usePicture((picture) => picture.atlas);
  const open = useStore(store, (state) => state.importing);
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const [left, setLeft] = useState<Left>(NOTHING_LEFT);
  const [dragging, setDragging] = useState(false);
  const running = useRef<AbortController | null>(null);
  const [reader] = useState(createDeskReader);
  const { desk, ...matching } = useMatching(reader, setFault);
  const atlas = useRef(shown);
  atlas.current = shown;
  /** Files of the desk by the name under which they were read, and what was said to their questions. */
  const given = useRef(new Map<string, readonly File[]>());
  const said = useRef<ReadonlyMap<string, BoundaryAnswers>>(new Map());

  const freshDesk = (): Desk => {
    const { territory, boundaries, manifest } = atlas.current;
    return emptyDesk({
      territory,
      boundaries: boundaries.villages,
      alternateCodes: null,
      about: manifest.boundaries,
    });
  };

  const readLot = async (files: readonly File[], signal: AbortSignal): Promise<void> => {
    setFaults([]);
    setFault(null);
    setWork({ kind: 'reading', file: files[0]?.name ?? '' });
    const onProgress = (file: string) => signal.aborted || setWork({ kind: 'reading', file });
    const answers = said.current;
    const { read, packages, broken } = await readOffice(files, signal, onProgress, answers);
    if (signal.aborted) return;
    setFaults(broken);
    const before = matching.now() ?? freshDesk();
    const fault = await matching.take(layFiles(before, read, packages, answers), signal);
    if (fault === null) return;
    // Nothing is swallowed: each file says that it was not read, and can be chosen again.
    const { refused } = layFiles(before, readFailed(files, fault), []);
    matching.show({ ...before, refused });
  };
  const latest = useRef(readLot);
  latest.current = readLot;
  const [queue] = useState(() =>
    createFileQueue(
      (files, signal) => latest.current(files, signal),
      () => setWork({ kind: 'idle' }),
    ),
  );
  const takeFiles = (files: readonly File[]) => {
    if (files.length > 0) store.setState({ importing: true });
    // Answers are those to a file as it was: one that is brought anew is asked anew.
    for (const { name, files: own } of jobsOf(files)) {
      given.current.set(name, own);
      said.current = new Map([...said.current].filter(([file]) => file !== name));
    }
    queue.take(files);
  };
  const takeNow = useRef(takeFiles);
  takeNow.current = takeFiles;
  const answerBoundaries = (name: string, answers: BoundaryAnswers) => {
    said.current = new Map([...said.current, [name, answers]]);
    queue.take(given.current.get(name) ?? []);
  };
  const cancel = () => {
    queue.cancel();
    matching.cancel();
    running.current?.abort();
  };

  useWindowDrop(takeFiles, setDragging);

  // Dropped before the page stood.
  const waiting = useStore(store, (state) => state.brought.length > 0);
  useEffect(() => {
    const { brought } = store.getState();
    if (!waiting || brought.length === 0) return;
    store.setState({ brought: [] });
    takeNow.current(brought);
  }, [waiting, store]);

  // Kept with the rest of the reader's work: a broken part of the page has it to offer.
  useEffect(() => {
    const memory = desk === null ? null : memoryOf(desk.tables, desk);
    if (memory !== null && !isEmptyMemory(memory)) store.setState({ confirmed: memory });
  }, [desk, store]);

  const laid = useMemo(() => (desk ? deskProblems(desk) : []), [desk]);

  const { tier } = shown.manifest;
  useEffect(() => {
    if (tier !== 'example') return;
    setLeft(NOTHING_LEFT);
    reader.end();
  }, [tier, reader]);

  const layPlaces = (from: Desk) => {
    const layers = from.places.flatMap(layersOf);
    if (layers.length === 0) return;
    store.setState(({ places, placesHidden }) => ({
      places: [...places.filter(({ source }) => layers.every((layer) => layer.source !== source)), ...layers],
      placesHidden: placesHidden.filter((id) => layers.every((layer) => layer.id !== id)),
    }));
  };

  const layMonitoring = (from: Desk) => {
    const own = monitoringOn(from);
    if (own !== null) session.addMonitoring(own);
  };

  const load = async (as: 'first' | 'second') => {
    if (!desk) return;
    if (!hasDataset(desk)) {
      layPlaces(desk);
      layMonitoring(desk);
      return close();
    }
    const controller = new AbortController();
    running.current = controller;
    setWork({ kind: 'loading' });
    setFault(null);
    const made = await reader.package(desk, controller.signal).catch((reason: unknown) => {
      setWork({ kind: 'idle' });
      if (!controller.signal.aborted) setFault(faultOf(reason) ?? CRASHED);
      return null;
    });
    if (made === null) return;
    if (!made.ok) {
      setWork({ kind: 'idle' });
      return setFaults(made.problems);
    }
    const opened =
      as === 'first'
        ? await session.openPackage(made.value, controller.signal)
        : await session.openSecond(made.value, controller.signal);
    setWork({ kind: 'idle' });
    setFaults(opened.problems);
    if (!opened.ok) {
      setFault(opened.fault);
      return;
    }
    layPlaces(desk);
    if (as === 'first') layMonitoring(desk);
    setFaults([]);
    setLeft({ own: [...laid, ...opened.problems], told: desk.reading?.problems ?? null });
    store.setState({ importing: false });
    matching.clear();
  };

  const close = () => {
    cancel();
    setFault(null);
    setWork({ kind: 'idle' });
    matching.clear();
    setFaults([]);
    store.setState({ importing: false });
  };
  const now: Work = work.kind === 'idle' && desk?.isRead === false ? { kind: 'matching' } : work;
  const busy = now.kind !== 'idle';
  const own = desk ? laid : left.own;
  const problems = useMemo(() => [...faults, ...own], [faults, own]);
  const told = desk ? (desk.reading?.problems ?? null) : left.told;
  return (
    <>
      {dragging ? <div className="drop-curtain">{words.data.drop}</div> : null}
      <ModalOverlay
        className="overlay"
        isOpen={open}
        onOpenChange={(next) => (next ? undefined : close())}
        isDismissable={!busy}
      >
        <Modal className="modal">
          <BoundedDialog className="dialog">
            <header className="import-head">
              <Heading slot="title">{words.import.title}</Heading>
              <p className="note">{words.import.intro}</p>
              <PolicyNote />
            </header>
            <div className="import-body">
              <div className="row import-doors">
                <FileChoice
                  allowsMultiple
                  className={desk ? 'button' : 'button primary'}
                  isDisabled={busy}
                  onFiles={takeFiles}
                >
                  {desk ? words.import.addMore : words.import.choose}
                </FileChoice>
                <FileChoice acceptDirectory isDisabled={busy} onFiles={takeFiles}>
                  {words.import.chooseFolder}
                </FileChoice>
              </div>
              {busy ? <Working work={now} onCancel={cancel} /> : null}
              {fault ? <p role="alert">{words.data.engineFailed[fault.code]}</p> : null}
              {desk ? <Cards desk={desk} setDesk={matching.change} onAnswer={answerBoundaries} /> : null}
              {open ? (
                <ImportFaults problems={problems} told={told} reader={reader} desk={desk ?? freshDesk()} />
              ) : null}
            </div>
            <footer className="import-foot">
              <p className="note">
                {desk?.pkg ? words.app.local : words.import.internalNote}{' '}
                {desk && canBeSecond(desk, shown) ? words.sources.openHint : null}
              </p>
              <Button className="button" onPress={close}>
                {words.import.cancel}
              </Button>
              <Button
                className="button"
                isDisabled={busy || !desk || !canBeSecond(desk, shown)}
                onPress={() => void load('second')}
              >
                {words.sources.open}
              </Button>
              <Button
                className="button primary"
                isDisabled={busy || !desk || !isReady(desk)}
                onPress={() => void load('first')}
              >
                {words.import.confirm}
              </Button>
            </footer>
          </BoundedDialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

const CRASHED: Fault = { code: 'engine/crashed', detail: 'reading' };

/** Its areas are those on the screen: with boundaries of its own it would be another map. */
function canBeSecond(desk: Desk, atlas: Atlas): boolean {
  return (
    isReady(desk) &&
    hasDataset(desk) &&
    desk.boundaries === null &&
    desk.tiles === null &&
    atlas.dataset !== null
  );
}

interface WorkingProps {
  readonly work: Work;
  readonly onCancel: () => void;
}

function Working({ work, onCancel }: WorkingProps) {
  const { words } = usePage();
  return (
    <div className="row import-working" role="status">
      <progress aria-label={words.import.reading} />
      <span>
        {work.kind === 'reading'
          ? `${words.import.reading}: ${work.file}`
          : work.kind === 'matching'
            ? words.import.matching
            : words.import.loading}
      </span>
      <Button className="link" onPress={onCancel}>
        {words.import.cancel}
      </Button>
    </div>
  );
}

interface CardsProps {
  readonly desk: Desk;
  readonly setDesk: (desk: Desk) => void;
  readonly onAnswer: (name: string, answers: BoundaryAnswers) => void;
}

function Cards({ desk, setDesk, onAnswer }: CardsProps) {
  const { store, words, format } = usePage();
  const card = { desk, setDesk, store, words, format };
  return (
    <>
      {desk.refused.map((file) => (
        <RefusedCard key={file.name} file={file} {...card} />
      ))}
      {desk.mapQuestions.map((asked) => (
        <BoundaryQuestions
          key={asked.name}
          asked={asked}
          onAnswer={(answers) => onAnswer(asked.name, answers)}
        />
      ))}
      {desk.boundaries ? <BoundariesCard {...card} /> : null}
      {desk.pkg ? <PackageCard {...card} /> : null}
      <TilesCard {...card} />
      <QuestionCard {...card} />
      {desk.tables.map((table) => (
        <TableCard key={table.name} table={table} {...card} />
      ))}
      {desk.memories.map((memory) => (
        <MemoryCard key={memory.name} memory={memory} {...card} />
      ))}
      {desk.places.map((places) => (
        <PlaceCard key={places.name} places={places} {...card} />
      ))}
      {desk.monitoring.map((own) => (
        <MonitoringCard key={own.name} own={own} {...card} />
      ))}
      {desk.boundaries && desk.tables.length === 0 && !desk.pkg ? <p>{words.import.tableNext}</p> : null}
      <NamesCard {...card} />
    </>
  );
}
