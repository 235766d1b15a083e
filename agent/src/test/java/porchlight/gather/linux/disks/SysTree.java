package porchlight.gather.linux.disks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import porchlight.gather.OnDisk;
import porchlight.gather.linux.Rooted;

/** The kernel's folders of a laptop that a test makes up, as real folders and links. */
final class SysTree {
  private final Path root;
  private final StringBuilder mounts = new StringBuilder();
  private final StringBuilder swaps = new StringBuilder("Filename\tType\tSize\tUsed\tPriority\n");

  SysTree(Path root) {
    this.root = root;
    file("/proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu vme aes\n");
    file("/etc/passwd", "ann:x:1000:1000::/home/ann:/bin/bash\n");
    mount("0:21", "/proc", "proc", "proc");
  }

  SysTree lives(String home) {
    return file("/etc/passwd", "ann:x:1000:1000::" + home + ":/bin/bash\n");
  }

  SysTree homesAreAt(String target) {
    return link("/home", target);
  }

  SysTree inVirtualMachine() {
    return file("/proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu vme hypervisor aes\n");
  }

  SysTree disk(String name, String number) {
    folder("/sys/devices/pci0/block/" + name + "/slaves");
    return links(name, number, "pci0/block/" + name);
  }

  SysTree part(String disk, String name, String number) {
    file("/sys/devices/pci0/block/" + disk + "/" + name + "/partition", "1\n");
    return links(name, number, "pci0/block/" + disk + "/" + name);
  }

  /** A device made of others; of device mapper if it has an id. */
  SysTree made(String name, String number, String id, String mapped, String... slaves) {
    String folder = "/sys/devices/virtual/block/" + name;
    folder(folder + "/slaves");
    if (!mapped.isEmpty()) {
      file(folder + "/dm/uuid", id + "\n");
      file(folder + "/dm/name", mapped + "\n");
    }
    for (String slave : slaves) {
      link(folder + "/slaves/" + slave, "../../" + slave);
    }
    return links(name, number, "virtual/block/" + name);
  }

  SysTree btrfs(String... members) {
    String folder = "/sys/fs/btrfs/11111111-2222-3333-4444-555555555555/devices";
    folder("/sys/fs/btrfs/features");
    folder(folder);
    for (String member : members) {
      link(folder + "/" + member, "../../../../devices/" + member);
    }
    return this;
  }

  SysTree mount(String number, String point, String type, String source) {
    mounts.append("27 1 ").append(number).append(" / ").append(point);
    mounts.append(" rw,relatime shared:1 - ").append(type).append(' ').append(source);
    mounts.append(" rw\n");
    return file("/proc/self/mountinfo", mounts.toString());
  }

  SysTree swap(String path, String type) {
    swaps.append(path).append("  ").append(type).append("\t65532\t\t0\t\t-2\n");
    return this;
  }

  Rooted machine() {
    file("/proc/swaps", swaps.toString());
    return new Rooted(root);
  }

  private SysTree links(String name, String number, String device) {
    link("/sys/dev/block/" + number, "../../devices/" + device);
    return link("/sys/class/block/" + name, "../../devices/" + device);
  }

  private SysTree link(String path, String target) {
    OnDisk.link(Path.of(root + path), target);
    return this;
  }

  private void folder(String path) {
    try {
      Files.createDirectories(Path.of(root + path));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  SysTree file(String path, String text) {
    OnDisk.write(Path.of(root + path), text);
    return this;
  }
}
