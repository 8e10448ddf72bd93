import { mostServers, waitProbability } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { numberArgument } from './argument.ts';

/**
 * Probability that an arrival must wait, with one line before several servers and random arrivals (Erlang C). #NUM! when
 * the load is not less than the servers: the line would grow without end.
 * @customfunction ERLANGC
 * @param servers Number of servers: nodes, or places to work on something on all nodes together.
 * @param load Servers kept busy on average: arrivals per second times seconds of service.
 * @returns Probability.
 */
export function erlangC(servers: number, load: number): number {
  const serverCount = numberArgument('servers', servers, { minimum: 1, maximum: mostServers, isWhole: true });
  return answer(waitProbability(serverCount, numberArgument('load', load, { minimum: 0 })));
}
