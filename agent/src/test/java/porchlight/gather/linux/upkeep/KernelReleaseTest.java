package porchlight.gather.linux.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelReleaseTest {
  private static KernelRelease release(String text) {
    return KernelRelease.of(text).orElseThrow();
  }

  @Test
  void newer_kernels_of_one_flavour_come_later() {
    for (var inOrder :
        List.of(
            List.of("6.1.0-9-amd64", "6.1.0-10-amd64", "6.12.43+deb13-amd64"),
            List.of("6.11-amd64", "6.11.2-amd64", "6.12.9-amd64"),
            List.of("5.10.0-8-cloud-amd64", "5.10.0-30-cloud-amd64"),
            List.of("6.10.6+bpo-amd64", "6.10.11+bpo-amd64", "6.12.48+deb13-amd64"),
            List.of("5.15.0-99-generic", "5.15.0-100-generic", "6.8.0-45-generic"),
            List.of("6.11.0-1009-oem", "6.11.0-1012-oem"),
            List.of("6.11.0-0.rc5.43.fc42.x86_64", "6.11.0-63.fc42.x86_64"),
            List.of("6.10.5-200.fc40.x86_64", "6.10.11-200.fc40.x86_64", "6.11.3-300.fc41.x86_64"),
            List.of(
                "5.14.0-427.13.1.el9_4.x86_64",
                "5.14.0-427.31.1.el9_4.x86_64",
                "5.14.0-503.el9_5.x86_64"),
            List.of(
                "4.18.0-553.el8_10.x86_64",
                "4.18.0-553.5.1.el8_10.x86_64",
                "4.18.0-553.16.1.el8_10.x86_64"),
            List.of("6.10.5-arch1-1", "6.10.5-arch1-2", "6.10.10-arch1-1"),
            List.of("6.6.9-1-lts", "6.6.47-1-lts"),
            List.of("6.6.30-gentoo-dist", "6.6.30-gentoo-r1-dist", "6.6.32-gentoo-dist"),
            List.of("6.5.0-kali3-amd64", "6.12.25-amd64"),
            List.of("6.4.0-150600.21-default", "6.4.0-150600.23.17-default"),
            List.of("6.9.9-1-default", "6.10.5-1-default"),
            List.of("6.6.31+rpt-rpi-2712", "6.6.51+rpt-rpi-2712"))) {
      for (int i = 1; i < inOrder.size(); i++) {
        var older = release(inOrder.get(i - 1));
        var newer = release(inOrder.get(i));
        assertTrue(newer.isOfTheFlavourOf(older), older + " " + newer);
        assertTrue(older.compareTo(newer) < 0, older + " " + newer);
        assertTrue(newer.compareTo(older) > 0, older + " " + newer);
        assertEquals(0, newer.compareTo(release(inOrder.get(i))));
      }
    }
  }

  @Test
  void other_flavours_do_not_replace_each_other() {
    for (var strangers :
        List.of(
            List.of("6.1.0-25-amd64", "6.1.0-26-rt-amd64"),
            List.of("6.1.0-25-amd64", "6.1.0-26-cloud-amd64"),
            List.of("6.1.0-25-686", "6.1.0-26-686-pae"),
            List.of("6.1.0-25-686", "6.1.0-26-amd64"),
            List.of("6.8.0-45-generic", "6.11.0-1012-oem"),
            List.of("6.8.0-45-generic", "6.8.0-46-lowlatency"),
            List.of("6.10.5-arch1-1", "6.12.1-1-lts"),
            List.of("6.10.5-arch1-1", "6.10.6-zen1-1-zen"),
            List.of("6.6.51+rpt-rpi-v7", "6.6.51+rpt-rpi-v8"),
            List.of("6.6.51+rpt-rpi-v8", "6.6.51+rpt-rpi-2712"),
            List.of("5.14.0-427.el9.aarch64", "5.14.0-503.el9.aarch64+64k"))) {
      assertFalse(
          release(strangers.get(0)).isOfTheFlavourOf(release(strangers.get(1))),
          strangers.toString());
    }
  }

  @Test
  void what_is_no_release_is_none() {
    for (var text : List.of("", "generic", "6.1 amd64", "../6.1", "6.1\u202e", "9".repeat(500))) {
      assertTrue(KernelRelease.of(text).isEmpty(), text);
    }
  }
}
