import { execFileSync } from 'node:child_process';

/** The M/M/c queue as SimPy's own documentation would write it; answers seconds of the run and the mean wait. */
const program = `
import json, random, sys, time
import simpy

servers, customers, seed = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
rate = float(sys.argv[4])
random.seed(seed)
waited = 0.0

def customer(env, resource):
    global waited
    arrived = env.now
    with resource.request() as request:
        yield request
        waited += env.now - arrived
        yield env.timeout(random.expovariate(1.0))

def source(env, resource):
    for _ in range(customers):
        yield env.timeout(random.expovariate(rate))
        env.process(customer(env, resource))

start = time.perf_counter()
env = simpy.Environment()
env.process(source(env, simpy.Resource(env, capacity=servers)))
env.run()
print(json.dumps({"seconds": time.perf_counter() - start, "meanWait": waited / customers}))
`;

export interface SimpyRun {
  readonly milliseconds: number;
  readonly meanWait: number;
}

export interface Simpy {
  readonly version: string;
  run(model: { readonly servers: number; readonly arrivalRate: number; readonly customers: number; readonly seed: number }): SimpyRun;
}

/** The first Python of this machine that has SimPy; null when none has. */
export function findSimpy(): Simpy | null {
  for (const python of ['python3', '/usr/bin/python3']) {
    const version = versionOf(python);
    if (version === null) continue;
    return {
      version,
      run: ({ servers, arrivalRate, customers, seed }) => {
        const words = [servers, customers, seed, arrivalRate].map(String);
        const answer = JSON.parse(execFileSync(python, ['-c', program, ...words], { encoding: 'utf8' })) as {
          seconds: number;
          meanWait: number;
        };
        return { milliseconds: answer.seconds * 1000, meanWait: answer.meanWait };
      },
    };
  }
  return null;
}

function versionOf(python: string): string | null {
  try {
    return execFileSync(python, ['-c', 'import simpy; print(simpy.__version__)'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null;
  }
}
