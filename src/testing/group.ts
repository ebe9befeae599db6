import type { Clock } from '../server/index.js'
import { uuid } from './cluster.js'

/** Kafka's error codes of consumer groups. */
export const GROUP_ERRORS = {
  UNKNOWN_MEMBER_ID: 25,
  ILLEGAL_GENERATION: 22,
  INCONSISTENT_GROUP_PROTOCOL: 23,
  INVALID_SESSION_TIMEOUT: 26,
  REBALANCE_IN_PROGRESS: 27,
  MEMBER_ID_REQUIRED: 79,
  FENCED_INSTANCE_ID: 82,
} as const

export interface Protocol {
  readonly name: string
  readonly metadata: Uint8Array
}

export interface JoinRequest {
  readonly memberId: string
  readonly instanceId: string | null
  readonly clientId: string
  readonly protocolType: string
  readonly protocols: readonly Protocol[]
  readonly sessionTimeout: number
  readonly rebalanceTimeout: number
  /** Whether the client knows that it must join again with the id that it is given (KIP-394). */
  readonly knowsMemberIds: boolean
}

export interface Joined {
  readonly errorCode: number
  readonly memberId: string
  readonly generation: number
  readonly leader: string
  readonly protocolType: string | null
  readonly protocolName: string | null
  /** For the leader only. */
  readonly members: readonly {
    readonly memberId: string
    readonly groupInstanceId: string | null
    readonly metadata: Uint8Array
  }[]
}

export interface Synced {
  readonly errorCode: number
  readonly protocolType: string | null
  readonly protocolName: string | null
  readonly assignment: Uint8Array
}

/** Who claims to be a member, and of which generation. */
export interface Claim {
  readonly memberId: string
  readonly instanceId?: string | null
  readonly generation: number
}

export interface CommittedOffset {
  readonly offset: bigint
  readonly leaderEpoch: number
  readonly metadata: string | null
}

interface Member {
  readonly id: string
  readonly instanceId: string | null
  protocols: readonly Protocol[]
  sessionTimeout: number
  rebalanceTimeout: number
  assignment: Uint8Array
  joining: ((joined: Joined) => void) | null
  syncing: ((synced: Synced) => void) | null
  timer: unknown
}

type GroupState = 'empty' | 'preparing' | 'completing' | 'stable'

const NOTHING = new Uint8Array(0)

/** A consumer group of the classic protocol: who is in it, who leads it, who reads what. */
export class Group {
  readonly id: string
  readonly offsets: Map<string, CommittedOffset> = new Map()
  readonly #clock: Clock
  readonly #members = new Map<string, Member>()
  /** Ids that were given to clients that are to come back with them. */
  readonly #promised = new Set<string>()
  #state: GroupState = 'empty'
  #generation = 0
  #leader = ''
  #protocolType: string | null = null
  #protocolName: string | null = null
  #rebalance: unknown = null

  constructor(id: string, clock: Clock) {
    this.id = id
    this.#clock = clock
  }

  get state(): GroupState {
    return this.#state
  }

  get generation(): number {
    return this.#generation
  }

  get memberIds(): readonly string[] {
    return [...this.#members.keys()]
  }

  get protocolType(): string | null {
    return this.#protocolType
  }

  /** Waits until the generation that the member takes part in has begun. */
  join(request: JoinRequest): Promise<Joined> | Joined {
    const refused = this.#refusal(request)
    if (refused !== 0) return this.#failed(request.memberId, refused)
    const instance = this.#byInstance(request.instanceId)
    if (request.memberId === '' && request.knowsMemberIds && request.instanceId === null) {
      const id = `${request.clientId}-${uuid()}`
      this.#promised.add(id)
      return this.#failed(id, GROUP_ERRORS.MEMBER_ID_REQUIRED)
    }
    if (request.memberId === '' && instance !== undefined) this.#remove(instance, GROUP_ERRORS.FENCED_INSTANCE_ID)
    const id = request.memberId === '' ? `${request.instanceId ?? request.clientId}-${uuid()}` : request.memberId
    this.#promised.delete(id)
    const member = this.#members.get(id) ?? this.#admit(id, request)
    member.protocols = request.protocols
    member.sessionTimeout = request.sessionTimeout
    member.rebalanceTimeout = request.rebalanceTimeout
    this.#protocolType = request.protocolType
    return new Promise((resolve) => {
      member.joining?.(this.#failed(id, GROUP_ERRORS.UNKNOWN_MEMBER_ID))
      member.joining = resolve
      this.#disarm(member)
      this.#prepare()
    })
  }

  /** Waits until the leader has said who reads what. */
  sync(claim: Claim, assignments: ReadonlyMap<string, Uint8Array>): Promise<Synced> | Synced {
    const member = this.#members.get(claim.memberId)
    const errorCode = this.#check(claim)
    if (member === undefined || errorCode !== 0) return this.#unsynced(errorCode)
    if (this.#state === 'preparing') return this.#unsynced(GROUP_ERRORS.REBALANCE_IN_PROGRESS)
    this.#arm(member)
    if (this.#state === 'stable') return this.#assigned(member)
    return new Promise((resolve) => {
      member.syncing = resolve
      if (member.id === this.#leader) this.#assign(assignments)
    })
  }

  heartbeat(claim: Claim): number {
    const errorCode = this.#check(claim)
    if (errorCode !== 0) return errorCode
    const member = this.#members.get(claim.memberId)
    if (member?.joining === null) this.#arm(member)
    return this.#state === 'preparing' ? GROUP_ERRORS.REBALANCE_IN_PROGRESS : 0
  }

  leave({ memberId, instanceId }: { readonly memberId: string; readonly instanceId: string | null }): number {
    const member = memberId === '' ? this.#byInstance(instanceId) : this.#members.get(memberId)
    if (member === undefined) return this.#promised.delete(memberId) ? 0 : GROUP_ERRORS.UNKNOWN_MEMBER_ID
    this.#remove(member, GROUP_ERRORS.UNKNOWN_MEMBER_ID)
    this.#prepare()
    return 0
  }

  /** Whether offsets may be committed: by a member of the generation, or by anybody if there are no members. */
  mayCommit(claim: Claim): number {
    if (claim.generation < 0 && claim.memberId === '')
      return this.#state === 'empty' ? 0 : GROUP_ERRORS.UNKNOWN_MEMBER_ID
    const errorCode = this.#check(claim)
    if (errorCode !== 0) return errorCode
    return this.#state === 'completing' ? GROUP_ERRORS.REBALANCE_IN_PROGRESS : 0
  }

  /** Stops every timer. */
  close(): void {
    for (const member of this.#members.values()) this.#disarm(member)
    this.#clock.clearTimeout(this.#rebalance)
  }

  #refusal({ memberId, instanceId, protocolType, protocols, sessionTimeout }: JoinRequest): number {
    if (sessionTimeout < 1) return GROUP_ERRORS.INVALID_SESSION_TIMEOUT
    if (memberId !== '' && !this.#members.has(memberId) && !this.#promised.has(memberId))
      return GROUP_ERRORS.UNKNOWN_MEMBER_ID
    const instance = this.#byInstance(instanceId)
    if (memberId !== '' && instance !== undefined && instance.id !== memberId) return GROUP_ERRORS.FENCED_INSTANCE_ID
    const others = [...this.#members.values()].filter(({ id }) => id !== memberId)
    if (protocols.length === 0 || protocolType === '') return GROUP_ERRORS.INCONSISTENT_GROUP_PROTOCOL
    if (others.length === 0) return 0
    const common = protocols.some(({ name }) =>
      others.every((other) => other.protocols.some((known) => known.name === name)),
    )
    return protocolType === this.#protocolType && common ? 0 : GROUP_ERRORS.INCONSISTENT_GROUP_PROTOCOL
  }

  #check({ memberId, instanceId, generation }: Claim): number {
    const instance = this.#byInstance(instanceId ?? null)
    if (instance !== undefined && instance.id !== memberId) return GROUP_ERRORS.FENCED_INSTANCE_ID
    if (!this.#members.has(memberId)) return GROUP_ERRORS.UNKNOWN_MEMBER_ID
    return generation === this.#generation ? 0 : GROUP_ERRORS.ILLEGAL_GENERATION
  }

  #admit(id: string, { instanceId, protocols, sessionTimeout, rebalanceTimeout }: JoinRequest): Member {
    const times = { sessionTimeout, rebalanceTimeout, timer: null }
    const member: Member = { id, instanceId, protocols, ...times, assignment: NOTHING, joining: null, syncing: null }
    this.#members.set(id, member)
    return member
  }

  /** Everybody is to join anew; begins as soon as all have, or the slowest has had its time. */
  #prepare(): void {
    if (this.#state !== 'preparing') {
      this.#state = 'preparing'
      for (const member of this.#members.values()) {
        member.syncing?.(this.#unsynced(GROUP_ERRORS.REBALANCE_IN_PROGRESS))
        member.syncing = null
      }
      const patience = Math.max(0, ...Array.from(this.#members.values(), ({ rebalanceTimeout }) => rebalanceTimeout))
      this.#rebalance = this.#clock.setTimeout(() => {
        this.#begin()
      }, patience)
    }
    if ([...this.#members.values()].every(({ joining }) => joining !== null)) this.#begin()
  }

  #begin(): void {
    this.#clock.clearTimeout(this.#rebalance)
    for (const member of [...this.#members.values()]) {
      if (member.joining !== null) continue
      this.#disarm(member)
      this.#members.delete(member.id)
    }
    this.#generation += 1
    const members = [...this.#members.values()]
    const [first] = members
    if (first === undefined) {
      this.#state = 'empty'
      this.#protocolName = null
      this.#leader = ''
      return
    }
    this.#state = 'completing'
    if (!this.#members.has(this.#leader)) this.#leader = first.id
    this.#protocolName = this.#vote(members)
    for (const member of members) {
      member.joining?.(this.#joined(member, members))
      member.joining = null
      member.assignment = NOTHING
      this.#arm(member)
    }
  }

  /** What all of them know, and most of them like best. */
  #vote(members: readonly Member[]): string | null {
    const votes = new Map<string, number>()
    for (const { protocols } of members) {
      const liked = protocols.find(({ name }) =>
        members.every((other) => other.protocols.some((known) => known.name === name)),
      )
      if (liked !== undefined) votes.set(liked.name, (votes.get(liked.name) ?? 0) + 1)
    }
    return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
  }

  #joined({ id }: Member, members: readonly Member[]): Joined {
    const isLeader = id === this.#leader
    return {
      errorCode: 0,
      memberId: id,
      generation: this.#generation,
      leader: this.#leader,
      protocolType: this.#protocolType,
      protocolName: this.#protocolName,
      members: isLeader
        ? members.map((member) => ({
            memberId: member.id,
            groupInstanceId: member.instanceId,
            metadata: member.protocols.find(({ name }) => name === this.#protocolName)?.metadata ?? NOTHING,
          }))
        : [],
    }
  }

  #failed(memberId: string, errorCode: number): Joined {
    return { errorCode, memberId, generation: -1, leader: '', protocolType: null, protocolName: '', members: [] }
  }

  #assign(assignments: ReadonlyMap<string, Uint8Array>): void {
    this.#state = 'stable'
    for (const member of this.#members.values()) {
      member.assignment = assignments.get(member.id) ?? NOTHING
      member.syncing?.(this.#assigned(member))
      member.syncing = null
    }
  }

  #assigned({ assignment }: Member): Synced {
    return { errorCode: 0, protocolType: this.#protocolType, protocolName: this.#protocolName, assignment }
  }

  #unsynced(errorCode: number): Synced {
    return { errorCode, protocolType: null, protocolName: null, assignment: NOTHING }
  }

  #byInstance(instanceId: string | null): Member | undefined {
    if (instanceId === null) return undefined
    return [...this.#members.values()].find((member) => member.instanceId === instanceId)
  }

  #remove(member: Member, errorCode: number): void {
    this.#disarm(member)
    this.#members.delete(member.id)
    member.joining?.(this.#failed(member.id, errorCode))
    member.syncing?.(this.#unsynced(errorCode))
  }

  /** A member that is not heard of within its session's time is gone. */
  #arm(member: Member): void {
    this.#disarm(member)
    member.timer = this.#clock.setTimeout(() => {
      this.#remove(member, GROUP_ERRORS.UNKNOWN_MEMBER_ID)
      this.#prepare()
    }, member.sessionTimeout)
  }

  #disarm(member: Member): void {
    this.#clock.clearTimeout(member.timer)
    member.timer = null
  }
}
