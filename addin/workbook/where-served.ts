/**
 * The answer of a request of its own, or `otherwise` from a host that does not know what was asked for. For facts of a
 * workbook that have one usual answer; anything that writes must fail instead.
 */
export async function whereServed<T>(context: Excel.RequestContext, answer: () => T, otherwise: T): Promise<T> {
  try {
    await context.sync();
    return answer();
  } catch (error) {
    if (error instanceof OfficeExtension.Error && error.code === 'ApiNotFound') return otherwise;
    throw error;
  }
}
