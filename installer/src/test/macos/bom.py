"""A reader of bills of materials (Bom) that knows nothing of our writer: name, mode, user and group, size and checksum of each entry."""
import struct


class Bom:
    def __init__(self, data):
        assert data[:8] == b"BOMStore", data[:8]
        _, _, index, _, names, _ = struct.unpack(">6I", data[8:32])
        count, = struct.unpack_from(">I", data, index)
        self.data = data
        self.places = [struct.unpack_from(">II", data, index + 4 + 8 * at) for at in range(count)]
        self.names, at = {}, names + 4
        for _ in range(struct.unpack_from(">I", data, names)[0]):
            block, length = struct.unpack_from(">IB", data, at)
            self.names[data[at + 5:at + 5 + length].decode()] = block
            at += 5 + length

    def block(self, number):
        at, length = self.places[number]
        return self.data[at:at + length]

    def leaves(self):
        tree = self.block(self.names["Paths"])
        assert tree[:4] == b"tree"
        _, top, _, self.count = struct.unpack_from(">4I", tree, 4)
        node = self.block(top)
        while struct.unpack_from(">H", node)[0] == 0:
            node = self.block(struct.unpack_from(">I", node, 12)[0])
        while True:
            _, count, forward, _ = struct.unpack_from(">HHII", node)
            for at in range(count):
                yield struct.unpack_from(">II", node, 12 + 8 * at)
            if not forward:
                return
            node = self.block(forward)

    def entries(self):
        """By path: kind (1 file, 2 folder, 3 link), mode, user, group, size, checksum, where a link leads."""
        parents, found = {}, {}
        for info, file in self.leaves():
            number, what = struct.unpack(">II", self.block(info))
            parent, = struct.unpack_from(">I", self.block(file))
            parents[number] = (parent, self.block(file)[4:].split(b"\0")[0].decode())
            block = self.block(what)
            kind, _, _, mode, user, group, _, size, _, checksum, length = struct.unpack_from(">BBHHIIIIBII", block)
            found[number] = (kind, mode, user, group, size, checksum, block[31:31 + max(0, length - 1)].decode())
        assert len(found) == self.count, (len(found), self.count)

        def path(number):
            parent, name = parents[number]
            return name if parent == 0 else path(parent) + "/" + name

        return {path(number): entry for number, entry in found.items()}
