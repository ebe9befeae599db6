import { manualOf } from './manual.js'
import type { Listed } from './completion.js'
import type { Block } from './manual.js'

/**
 * All commands as one page for `man`, in the macros of man(7).
 *
 * @param release what stands at the foot: `ottla 1.2.3`
 */
export function manualRoff(all: readonly Listed[], release: string): string {
  const about = 'Kafka from the command line: find out why a connection fails, send any request, run a broker for tests'
  return [
    `.TH OTTLA 1 "" "${escaped(release)}" "User Commands"`,
    '.SH NAME',
    `ottla \\- ${escaped(about)}`,
    '.SH SYNOPSIS',
    ...all.flatMap(({ command }) => ['.TP', `.B ottla ${command.name}`, escaped(command.usage || ' ')]),
    ...all.flatMap(({ command, summary }) => [
      `.SH OTTLA ${command.name.toUpperCase()}`,
      ...manualOf(command, summary)
        .filter(({ title }) => title !== 'NAME')
        .flatMap(({ title, blocks }) => [`.SS ${title}`, ...blocks.flatMap(lines)]),
    ]),
    '',
  ].join('\n')
}

function lines(block: Block): string[] {
  if (block.kind === 'entry') return ['.TP', `.B ${escaped(block.term)}`, escaped(block.text)]
  return block.kind === 'code' ? ['.PP', '.RS', '.nf', escaped(block.text), '.fi', '.RE'] : ['.PP', escaped(block.text)]
}

/** A line that begins with a dot or a quote would be a command; hyphens are to stay as they are when copied. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^[.']/, '\\&$&')
    .replace(
      /[^\x20-\x7e]/gu,
      (letter) => `\\[u${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
}
