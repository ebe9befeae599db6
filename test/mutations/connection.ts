import type { Mutation } from './mutation.js'

/** Guards of the connection's life, its frames and its requests. */
export const connectionMutations: readonly Mutation[] = [
  { number: 'W-1', edits: [['connection/connect.ts', '    link.close(reason)\n    await link.closed\n', '']] },
  {
    number: 'W-2',
    edits: [
      ['connection/link.ts', 'this.#alarm.hold(true)\n    this.#alarm.set(this.#deadline)', 'this.#alarm.hold(true)'],
    ],
  },
  {
    number: 'W-2',
    edits: [
      ['connection/login.ts', 'mechanism.start(peer, signal)', 'mechanism.start(peer, new AbortController().signal)'],
    ],
  },
  // The idle time runs from the beginning.
  {
    number: 'W-3',
    edits: [
      [
        'connection/link.ts',
        'this.#alarm.hold(true)\n    this.#alarm.set(this.#deadline)',
        "this.#alarm.hold(true)\n    setTimeout(() => this.#state.name === 'ready' || this.close({ name: 'idle' }), settings.idleTimeout).unref()",
      ],
    ],
  },
  {
    number: 'W-4',
    edits: [
      [
        'connection/link.ts',
        'this.#alarm.hold(false)\n    this.#lastReadAt = monotonic()',
        'this.#alarm.hold(false)\n    this.#lastReadAt = this.#startedAt',
      ],
    ],
  },
  { number: 'W-5', edits: [['connection/link.ts', 'this.#lastSendAt = now\n', '\n']] },
  {
    number: 'W-6',
    edits: [
      [
        'connection/pipeline.ts',
        'call.deadline = Math.max(call.deadline, monotonic() + this.#options.requestTimeout)',
        'call.deadline = Infinity',
      ],
    ],
  },
  {
    number: 'W-7',
    edits: [
      [
        'connection/pipeline.ts',
        'of [this.#queue, this.#inFlight, this.#unanswered]) {\n      for (let call = list.head; call',
        'of [this.#inFlight, this.#unanswered]) {\n      for (let call = list.head; call',
      ],
    ],
  },
  {
    number: 'W-7',
    edits: [['connection/pipeline.ts', 'Math.max(0, api.serverWait(request as never))', '0']],
  },
  {
    number: 'W-8',
    edits: [['connection/request-errors.ts', '    request,\n    reason: call.written', '    reason: call.written']],
  },
  { number: 'W-8', edits: [['connection/request-errors.ts', ' (correlation id ${call.id}) ${where}', ' ${where}']] },
  { number: 'W-9', edits: [['connection/pipeline.ts', 'this.#inFlight.length < this.#options.maxInFlight &&', '']] },
  {
    number: 'W-9',
    edits: [
      [
        'connection/pipeline.ts',
        'throw queueFull(this.place(), head.api.name, maxQueuedBytes)',
        'return encodeAlone(head, clientId, request)',
      ],
    ],
  },
  { number: 'W-9', edits: [['connection/pipeline.ts', '!this.outbox?.full &&', '']] },
  { number: 'W-10', edits: [['connection/transport.ts', '    }, patience)', '    }, 1e6)']] },
  {
    number: 'W-10',
    edits: [['connection/transport.ts', 'socket.end(() => discard(socket))', 'discard(socket)']],
  },
  { number: 'W-11', edits: [['connection/state.ts', 'if (!edges[from.name].includes(to.name)) {', 'if (false) {']] },
  { number: 'W-11', edits: [['connection/state.ts', 'if (!edges[from.name].includes(to.name)) {', '{']] },
  {
    number: 'W-12',
    edits: [['sasl/undisturbed.ts', '    failed(error)\n', '    throw error\n']],
  },
  {
    number: 'W-13',
    edits: [['connection/loss.ts', '    reason: reason.name,\n    hint: root?.hint', '    hint: root?.hint']],
  },
  { number: 'W-14', edits: [['connection/loss.ts', 'cause: root,', '']] },
  { number: 'W-15', edits: [['connection/connect.ts', 'await establish(link)', 'void establish(link)']] },
  // Nothing is let go, and the end is no end.
  {
    number: 'W-16',
    edits: [
      ['connection/transport.ts', '    this.#released = true\n', ''],
      ['connection/link.ts', "    if (this.#state.name === 'closed') return\n    const from", '    const from'],
    ],
  },
  {
    number: 'W-17',
    edits: [['connection/pipeline.ts', 'return Promise.reject(located(this.place(), error, api))', 'throw error']],
  },
  { number: 'W-18', edits: [['protocol/frame-splitter.ts', 'if (this.#size < 0)', 'if (false)']] },
  { number: 'W-18', edits: [['protocol/frame-splitter.ts', 'if (this.#size > this.maxFrameSize) {', 'if (false) {']] },
  {
    number: 'W-19',
    edits: [
      [
        'connection/pipeline.ts',
        'if (call === undefined) return this.outOfSync(frame, undefined)',
        'if (call === undefined) return',
      ],
    ],
  },
  { number: 'W-20', edits: [['connection/pipeline.ts', 'if (frame.length < 4) {', 'if (false) {']] },
  {
    number: 'W-21',
    edits: [
      [
        'connection/pipeline.ts',
        'return this.undecodable(call, frame, cause)',
        "return this.#owner.close({ name: 'reset' })",
      ],
    ],
  },
  {
    number: 'W-21',
    edits: [['protocol/reader.ts', 'if (!this.lenient && this.#position !== this.#end)', 'if (false)']],
  },
  {
    number: 'W-22',
    edits: [
      ['connection/pipeline.ts', 'frame.readInt32BE(0) !== call.id', '![0, call.id].includes(frame.readInt32BE(0))'],
    ],
  },
  {
    number: 'W-23',
    edits: [['connection/transport.ts', "socket.on('error', this.#failed)", "socket.on('error', () => undefined)"]],
  },
  { number: 'W-58', edits: [['connection/options.ts', 'checkTls(tls, broker)\n', '\n']] },
  {
    number: 'W-58',
    edits: [
      [
        'connection/secure.ts',
        'throw badOptions(`the tls options cannot be used: ${thrownText(cause)}`, { cause, broker })',
        'throw cause',
      ],
    ],
  },
  // A name that was asked for once is known for ever.
  {
    number: 'W-59',
    edits: [
      [
        'connection/resolve.ts',
        '    try {\n      // One',
        "    const known = globalThis as { asked?: string }\n    if (known.asked === host) return done(null, [{ address: '127.0.0.1', family: 4 }])\n    known.asked = host\n    try {\n      // One",
      ],
    ],
  },
  {
    number: 'W-59',
    edits: [['connection/dial.ts', 'if (autoSelectFamily && this.#queue.length > 0) {', 'if (false) {']],
  },
  {
    number: 'W-59',
    edits: [
      [
        'connection/dial.ts',
        '      this.#running.delete(socket)\n      this.#failed.push(',
        '      this.#running.delete(socket)\n      this.#queue.length = 0\n      this.#failed.push(',
      ],
    ],
  },
  { number: 'W-59', edits: [['connection/connect.ts', 'if (settings.dial) {', 'if (false) {']] },
  {
    number: 'W-59',
    edits: [
      [
        'connection/resolve.ts',
        'return family === 4 || family === 6 ? [{ address: address',
        'return true ? [{ address: address',
      ],
    ],
  },
  {
    number: 'W-60',
    edits: [
      [
        'connection/connection.ts',
        '  get host(): string {',
        '  get socket(): unknown {\n    return undefined\n  }\n\n  get host(): string {',
      ],
    ],
  },
  { number: 'W-61', edits: [['connection/pipeline.ts', 'if (options.signal?.aborted) throw', 'if (false) throw']] },
  { number: 'W-62', edits: [['connection/events.ts', 'if (all.hasSubscribers) all.publish(event)', '']] },
  {
    number: 'A-1',
    edits: [['connection/link.ts', "    if (this.#state.name === 'closed') return\n    const from", '    const from']],
  },
  {
    number: 'A-2',
    edits: [['connection/correlation.ts', 'id === reservedIds.min - 1 ? -2147483648 : id + 1', 'id + 1']],
  },
  {
    number: 'A-2',
    edits: [
      [
        'connection/pipeline.ts',
        'call.deadline = Math.max(call.deadline, monotonic() + this.#options.requestTimeout)',
        'this.#inFlight.remove(call)',
      ],
    ],
  },
  {
    number: 'A-2',
    edits: [['connection/link.ts', "    if (this.#state.name === 'closed') return\n    const from", '    const from']],
  },
  { number: 'A-7', edits: [['connection/alarm.ts', 'if (!this.#holds) this.#timer.unref()', '']] },
  { number: 'A-7', edits: [['connection/alarm.ts', 'else this.#timer?.unref()', '']] },
]
