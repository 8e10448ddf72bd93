/** An error as Excel reports it: `code` is what the add-in sees as `OfficeExtension.Error.code`. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export type ApiErrorCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'InvalidArgument'
  | 'InvalidObjectPath'
  | 'InvalidOperation'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'RequestPayloadSizeLimitExceeded';

export const invalidArgument = (why?: string): ApiError =>
  new ApiError('InvalidArgument', `The argument is invalid or missing or has an incorrect format.${why ? ` ${why}` : ''}`);

export const itemNotFound = (what?: string): ApiError =>
  new ApiError('ItemNotFound', `The requested resource doesn't exist.${what ? ` (${what})` : ''}`);

export const itemAlreadyExists = (what?: string): ApiError =>
  new ApiError('ItemAlreadyExists', `A resource with the same name or identifier already exists.${what ? ` (${what})` : ''}`);

export const invalidOperation = (why: string): ApiError => new ApiError('InvalidOperation', why);
