self.multiply = (a, b) => ({ product: a * b });
