import { expect, it } from '@jest/globals';
import { forwardedFunction } from './forwarding-lambda.ts';

it('tells the function a name merely forwards to', () => {
  expect(forwardedFunction('=LAMBDA(a,[b],CLOUD.COST(a,b))')).toBe('CLOUD.COST');
  expect(forwardedFunction('= lambda( a , [ b ] , cloud.cost( a, b ) )')).toBe('CLOUD.COST');
});

it('leaves every other formula to the formula engine', () => {
  for (const formula of ['=LAMBDA(a,b,CLOUD.COST(b,a))', '=LAMBDA(a,CLOUD.COST(a,1))', '=LAMBDA(a,a*2)', '=CLOUD.COST(1)', '=LAMBDA(a,b,F(a,b)+1)']) {
    expect(forwardedFunction(formula)).toBeNull();
  }
});
