import { parseSync } from 'vite';

/** Attributes that a reader sees or hears. */
const SAID = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
]);
const LETTERS = /\p{L}{2,}/u;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function children(node: Node): readonly Node[] {
  return Object.values(node).flat().filter(isNode);
}

/** Texts that an expression may give as they are: literals and templates, through either branch of a choice. */
function literalsOf(node: Node): readonly { readonly text: string; readonly start: number }[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ text: node.value, start: node.start }] : [];
    case 'TemplateLiteral':
      return (node.quasis as readonly Node[]).map(({ value, start }) => ({
        text: (value as { readonly raw: string }).raw,
        start,
      }));
    case 'JSXExpressionContainer':
      return literalsOf(node.expression as Node);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].filter(isNode).flatMap(literalsOf);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.operator === '+' || node.type === 'LogicalExpression'
        ? [node.left, node.right].filter(isNode).flatMap(literalsOf)
        : [];
    default:
      return [];
  }
}

function attributeName(node: Node): string {
  const name = node.name as Node;
  return name.type === 'JSXIdentifier' ? String(name.name) : '';
}

/** Texts for the reader that stand in a component instead of in the words, as `line: text`. */
export function literalTexts(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const note = ({ text, start }: { readonly text: string; readonly start: number }) => {
    if (LETTERS.test(text)) found.push(`${source.slice(0, start).split('\n').length}: ${text.trim()}`);
  };
  const visit = (node: Node): void => {
    if (node.type === 'JSXText') note({ text: String(node.value), start: node.start });
    if (node.type === 'JSXAttribute' && SAID.has(attributeName(node)) && isNode(node.value)) {
      literalsOf(node.value).forEach(note);
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      const inside = node.children as readonly Node[];
      inside
        .filter(({ type }) => type === 'JSXExpressionContainer')
        .flatMap(literalsOf)
        .forEach(note);
    }
    children(node).forEach(visit);
  };
  visit(parseSync(file, source).program as unknown as Node);
  return found;
}
