// Measures contenders side by side: in one process, their samples interleaved, so that what disturbs one disturbs all.

/**
 * One line of the table. `contenders` maps a name to a function that does the work once; it may be async.
 * The first contender is what the others are compared with.
 */
export function measure(title, contenders) {
  return { title, contenders: Object.entries(contenders) }
}

const sampleMs = 15

/** Runs `work` `times` times; gives milliseconds. */
async function time(work, times) {
  const begin = performance.now()
  for (let i = 0; i < times; i++) {
    const result = work()
    // Only what is a promise is awaited: a synchronous contender must not pay for an asynchronous one.
    if (result instanceof Promise) await result
  }
  return performance.now() - begin
}

/** Lets V8 see everything before anything is measured: real programs run more than one code path. */
async function calibrate(work, warmUp) {
  let times = 1
  for (let spent = 0; spent < warmUp;) {
    const ms = await time(work, times)
    spent += ms
    if (ms < sampleMs) times = Math.ceil(times * Math.min(4, sampleMs / Math.max(ms, 0.01)))
  }
  return times
}

const shuffled = (list) =>
  list
    .map((item) => [Math.random(), item])
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)

/** The middle one. */
export const median = (numbers) => quantile(numbers, 0.5)
/** What so large a part of them is not above. */
export const quantile = (numbers, q) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * q)]

/**
 * Measures every line; gives for each the median of every contender, in ms. Words behind the name of the benchmark choose
 * the lines whose titles contain them all. Each contender first runs for `warmUp` ms.
 */
export async function run(lines, { samples = 31, warmUp = 400, words = process.argv.slice(2) } = {}) {
  const jobs = []
  for (const { title, contenders } of lines.filter(({ title }) => words.every((word) => title.includes(word)))) {
    const timed = []
    for (const [name, work] of contenders) timed.push({ name, work, times: await calibrate(work, warmUp), samples: [] })
    jobs.push({ title, timed })
  }
  for (const { timed } of jobs) {
    for (const job of timed) await time(job.work, job.times)
    for (let i = 0; i < samples; i++) {
      for (const job of shuffled(timed)) {
        // Nobody pays for the garbage of the one before. A full collection would also drop the code that V8 has compiled for
        // objects of which just then none lives, and the sample would time the compiler: no busy process is in that state.
        globalThis.gc?.({ type: 'minor' })
        job.samples.push((await time(job.work, job.times)) / job.times)
      }
    }
  }
  return jobs.map(({ title, timed }) => ({
    title,
    ...summary(timed.map((job) => [job.name, job.samples])),
  }))
}

/** The middle of each contender's samples, and between what the half of them lies. */
function summary(samples) {
  return {
    medians: new Map(samples.map(([name, each]) => [name, median(each)])),
    spreads: new Map(samples.map(([name, each]) => [name, [quantile(each, 0.25), quantile(each, 0.75)]])),
  }
}

/** Processor time of this process per request, in ms, the contenders taking turns. The first is the base of the ratios. */
export async function cpuPerRequest(title, total, contenders) {
  const samples = new Map(Object.keys(contenders).map((name) => [name, []]))
  for (let round = 0; round < 6; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      const before = process.cpuUsage()
      await work()
      const { user, system } = process.cpuUsage(before)
      if (round > 0) samples.get(name).push((user + system) / 1000 / total)
    }
  }
  return { title, ...summary([...samples]) }
}
