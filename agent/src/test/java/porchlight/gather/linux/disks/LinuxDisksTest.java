package porchlight.gather.linux.disks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

class LinuxDisksTest {
  private static final String LUKS = "CRYPT-LUKS2-f8e7b00c97aa4fe3be2c2c9fd3cd778f-home";

  @TempDir Path root;
  private SysTree laptop;

  @BeforeEach
  void a_laptop_with_one_drive() {
    laptop =
        new SysTree(root)
            .disk("nvme0n1", "259:0")
            .part("nvme0n1", "nvme0n1p2", "259:2")
            .part("nvme0n1", "nvme0n1p3", "259:3");
  }

  private SysTree encryptedRoot() {
    return laptop
        .made("dm-0", "254:0", "CRYPT-LUKS2-0123-root", "root", "nvme0n1p2")
        .mount("254:0", "/", "ext4", "/dev/mapper/root");
  }

  private void are(String expected) {
    var found = new ArrayList<String>();
    for (var place : ((Known<Disks>) LinuxDisks.read(laptop.machine())).value().places()) {
      found.add(
          place.name()
              + " "
              + switch (place.protection()) {
                case Known<Protection>(var protection) -> protection.word();
                case Unknown<Protection>(var reason, var detail) -> reason.word();
              });
    }
    assertEquals(expected, String.join(", ", found));
  }

  @Test
  void a_home_on_another_disk_is_told_too() {
    encryptedRoot().mount("259:3", "/data", "ext4", "/dev/nvme0n1p3").lives("/data/ann");
    are("/ encrypted, /data plain");
  }

  @Test
  void homes_that_a_link_leads_to_another_disk_are_told_too() {
    encryptedRoot().mount("259:3", "/data", "ext4", "/dev/nvme0n1p3").homesAreAt("data/home");
    are("/ encrypted, /data plain");
  }

  @Test
  void where_people_live_that_is_not_told_is_unknown() {
    encryptedRoot().lives("oops");
    are("home folders not-understood, / encrypted");
  }

  @Test
  void a_partition_without_encryption_is_plain() {
    laptop.mount("259:2", "/", "ext4", "/dev/nvme0n1p2").swap("/dev/nvme0n1p3", "partition");
    are("/ plain, swap plain");
  }

  @Test
  void a_volume_on_an_encrypted_partition_is_encrypted() {
    laptop
        .made("dm-0", "253:0", LUKS, "crypt", "nvme0n1p3")
        .made("dm-1", "253:1", "LVM-abc", "vg-root", "dm-0")
        .made("dm-2", "253:2", "LVM-def", "vg-swap", "dm-0")
        .mount("253:1", "/", "ext4", "/dev/mapper/vg-root")
        .swap("/dev/dm-2", "partition");
    are("/ encrypted, swap encrypted");
  }

  @Test
  void a_layer_of_integrity_or_verity_does_not_encrypt() {
    laptop
        .made("dm-0", "253:0", "CRYPT-VERITY-f8e7b00c97aa-root", "root", "nvme0n1p2")
        .made("dm-1", "253:1", "CRYPT-INTEGRITY-home", "home", "nvme0n1p3")
        .mount("253:0", "/", "ext4", "/dev/mapper/root")
        .mount("253:1", "/home", "ext4", "/dev/mapper/home");
    are("/ plain, /home plain");
  }

  @Test
  void a_layer_of_a_kind_that_is_not_known_is_unknown_unless_all_below_is_encrypted() {
    laptop
        .made("dm-0", "253:0", "", "handmade", "nvme0n1p2")
        .made("dm-1", "253:1", LUKS, "crypt", "nvme0n1p3")
        .made("dm-2", "253:2", "VDO-x", "vdo", "dm-1")
        .mount("253:0", "/", "ext4", "/dev/mapper/handmade")
        .mount("253:2", "/home", "ext4", "/dev/mapper/vdo");
    are("/ not-supported, /home encrypted");
  }

  @Test
  void a_raid_is_as_good_as_its_worst_drive() {
    laptop
        .made("dm-0", "253:0", LUKS, "crypt", "nvme0n1p2")
        .made("md0", "9:0", "", "", "dm-0", "nvme0n1p3")
        .mount("9:0", "/", "ext4", "/dev/md0");
    are("/ plain");
  }

  @Test
  void a_part_of_a_raid_is_as_good_as_the_raid() {
    laptop.made("dm-0", "253:0", LUKS, "crypt", "nvme0n1p2").made("md0", "9:0", "", "", "dm-0");
    laptop.file("/sys/devices/virtual/block/md0/md0p1/partition", "1\n");
    laptop.part("md0", "md0p1", "259:9").mount("259:9", "/", "ext4", "/dev/md0p1");
    are("/ encrypted");
  }

  @Test
  void btrfs_is_looked_up_by_its_source_and_needs_every_drive() {
    laptop
        .made("dm-0", "253:0", LUKS, "luks-f8e7", "nvme0n1p2")
        .btrfs("dm-0")
        .mount("0:35", "/", "btrfs", "/dev/mapper/luks-f8e7")
        .mount("0:35", "/home", "btrfs", "/dev/mapper/luks-f8e7");
    are("/ encrypted, /home encrypted");
    laptop.btrfs("nvme0n1p3");
    are("/ plain, /home plain");
  }

  @Test
  void btrfs_by_a_source_that_is_not_found_is_unknown() {
    laptop.btrfs("nvme0n1p2").mount("0:35", "/", "btrfs", "/dev/disk/by-uuid/1-2");
    are("/ not-understood");
  }

  @Test
  void an_image_based_system_keeps_its_files_in_sysroot() {
    laptop
        .made("dm-0", "253:0", LUKS, "luks-f8e7", "nvme0n1p2")
        .mount("0:30", "/", "overlay", "composefs")
        .mount("253:0", "/sysroot", "xfs", "/dev/mapper/luks-f8e7")
        .mount("253:0", "/var", "xfs", "/dev/mapper/luks-f8e7");
    are("/ encrypted, /var encrypted");
  }

  @Test
  void what_the_kernel_does_not_show_is_unknown() {
    laptop.mount("0:30", "/", "overlay", "overlay").mount("0:40", "/home", "zfs", "pool/home");
    are("/ not-supported, /home not-supported");
    laptop.mount("0:50", "/", "tmpfs", "tmpfs").mount("0:51", "/home", "nfs4", "server:/home");
    are("/ not-supported, /home not-supported");
  }

  @Test
  void the_later_of_two_mounts_at_one_place_counts() {
    laptop
        .made("dm-0", "253:0", LUKS, "crypt", "nvme0n1p3")
        .mount("259:2", "/", "ext4", "/dev/nvme0n1p2")
        .mount("253:0", "/", "ext4", "/dev/mapper/crypt");
    are("/ encrypted");
  }

  @Test
  void a_home_may_be_a_mount_of_its_own_and_what_is_mounted_in_it_is_not_looked_at() {
    laptop
        .made("dm-0", "253:0", LUKS, "crypt", "nvme0n1p3")
        .mount("253:0", "/", "ext4", "/dev/mapper/crypt")
        .mount("259:2", "/home/ann\\040lee", "ext4", "/dev/nvme0n1p2")
        .mount("0:60", "/home/bob", "fuse.gocryptfs", "/home/.bob")
        .mount("259:2", "/home/ann/usb", "vfat", "/dev/sdb1")
        .mount("259:2", "/media/usb", "vfat", "/dev/sdb1");
    are("/ encrypted, /home/ann lee plain");
  }

  @Test
  void swap_in_memory_is_no_disk_and_a_swap_file_lies_where_it_lies() {
    laptop
        .made("dm-0", "253:0", LUKS, "crypt", "nvme0n1p3")
        .mount("253:0", "/", "ext4", "/dev/mapper/crypt")
        .swap("/dev/zram0", "partition");
    are("/ encrypted");
    laptop.swap("/swap.img", "file");
    are("/ encrypted, swap encrypted");
    laptop.mount("259:2", "/data", "ext4", "/dev/nvme0n1p2").swap("/data/swap\\040file", "file");
    are("/ encrypted, swap plain");
  }

  @Test
  void the_disk_of_a_virtual_machine_is_unknown_unless_it_is_encrypted_inside() {
    laptop.inVirtualMachine().mount("259:2", "/", "ext4", "/dev/nvme0n1p2");
    are("/ not-supported");
    laptop
        .made("dm-0", "253:0", LUKS, "crypt", "nvme0n1p3")
        .mount("253:0", "/", "ext4", "/dev/mapper/crypt");
    are("/ encrypted");
  }

  @Test
  void a_virtual_disk_and_a_disk_of_no_known_kind_are_unknown() {
    laptop.disk("vda", "254:0").mount("254:0", "/", "ext4", "/dev/vda");
    laptop.disk("loop7", "7:7").mount("7:7", "/home", "squashfs", "/dev/loop7");
    are("/ not-supported, /home not-supported");
  }
}
