import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql } from '@codemirror/lang-sql';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';

interface SqlEditorProps {
  readonly label: string;
  /** What an example writes into it, anew with each object. What is typed is never written back: it may be older than what stands there. */
  readonly written: { readonly text: string };
  readonly onText: (text: string) => void;
  readonly onAsk: () => void;
}

const LOOK = EditorView.theme({
  '&': { fontSize: '14px', border: '1px solid #8a887e', borderRadius: '4px', background: '#fff' },
  '&.cm-focused': { outline: '2px solid #1f5fa8', outlineOffset: '1px' },
  '.cm-content': { fontFamily: 'ui-monospace, Consolas, monospace', minHeight: '7em' },
});

/** Typed over a selection. A browser that does it itself merges lines by style attributes, which the page's policy forbids. */
const REPLACING = EditorView.domEventHandlers({
  beforeinput: (event, editor) => {
    const { data, inputType, isComposing } = event;
    if (inputType !== 'insertText' || data === null || isComposing) return false;
    if (editor.state.selection.main.empty) return false;
    event.preventDefault();
    editor.dispatch(editor.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

/**
 * CodeMirror in a shadow root: there it keeps its look in adopted style sheets, which the page's policy allows; in the page it would
 * write a style element. Tab leaves it, as any field.
 */
export function SqlEditor({ label, written, onText, onAsk }: SqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const told = useRef({ onText, onAsk });
  told.current = { onText, onAsk };
  const first = useRef(written.text);

  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const run = () => {
      told.current.onAsk();
      return true;
    };
    const editor = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          sql(),
          syntaxHighlighting(defaultHighlightStyle),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            first.current = update.state.doc.toString();
            told.current.onText(first.current);
          }),
          REPLACING,
          LOOK,
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === written.text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: written.text } });
  }, [written]);

  return <div ref={host} />;
}
