/* global self, importScripts, postMessage, multiply */
importScripts('worker-part.js');
self.onmessage = ({ data }) => {
  if (data === 'fail') throw new Error('told to fail');
  postMessage(multiply(data.a, data.b));
};
