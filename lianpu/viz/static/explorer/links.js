// How a fact is named where it is chosen.

export const edgeId = (link) => `edge ${[link.s, link.p, link.o, link.origin ?? "documents"].join("\t")}`;
