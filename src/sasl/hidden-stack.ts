/** The places in the code, which no peer has said. */
const FRAMES = /((?:\n {4}at [^\n]*)+)/

/**
 * A stack as it may be shown. What repeats the message, and what somebody has put behind the frames ("Caused by: …"), are
 * texts; frames are not, and a password that is a word would tear the names in them.
 */
export function hiddenStack(
  { stack, message }: { readonly stack: string; readonly message: string },
  hide: { readonly text: (text: string) => string; readonly code: (text: string) => string },
): string {
  const head = headOf(stack, message)
  const rest = stack.slice(head.length).split(FRAMES)
  return (
    hide.text(head) +
    rest
      .map((part, index) => {
        if (index % 2 === 1) return hide.code(part)
        return part.startsWith('\n') ? `\n${hide.text(part.slice(1))}` : hide.text(part)
      })
      .join('')
  )
}

/** Up to the end of the message, which may have lines that look like frames; one that has changed since is anything before them. */
function headOf(stack: string, message: string): string {
  if (message !== '') {
    if (stack === message || stack.startsWith(`${message}\n`)) return message
    const at = stack.indexOf(`: ${message}\n`)
    if (at >= 0) return stack.slice(0, at + 2 + message.length)
    if (stack.endsWith(`: ${message}`)) return stack
  }
  const frames = stack.search(FRAMES)
  return frames < 0 ? stack : stack.slice(0, frames)
}
