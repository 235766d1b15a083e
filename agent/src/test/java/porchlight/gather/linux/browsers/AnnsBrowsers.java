package porchlight.gather.linux.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.browsers.Effective;
import porchlight.machine.Machine;

/** Ann's home with what real browsers left in it, and what is read there. */
abstract class AnnsBrowsers {
  static final Warning BY_DEFAULT = new Warning.On(Effective.DEFAULT);
  static final Warning BY_CHOICE = new Warning.Off(Effective.SETTING);

  static final Warning BY_POLICY = new Warning.Off(Effective.POLICY);
  static final String HOME = "/home/ann/";

  static final String POLICIES = "/etc/firefox/policies/policies.json";
  @TempDir Path root = Path.of("");

  Laptop laptop = new Laptop(root);

  @BeforeEach
  void ann() {
    laptop = Laptop.of(root);
  }

  static List<Profile> profiles(Machine machine) {
    var known = assertInstanceOf(Reading.Known.class, LinuxPhishingProtection.read(machine));
    return assertInstanceOf(PhishingProtection.class, known.value()).profiles();
  }

  Warning warning() {
    List<Profile> profiles = profiles(laptop.machine());
    assertEquals(1, profiles.size(), profiles.toString());
    return profiles.get(0).warning();
  }

  static Reason unclear(Warning warning) {
    var unclear = assertInstanceOf(Warning.Unclear.class, warning);
    assertFalse(unclear.detail().contains("ann"), unclear.detail());
    return unclear.reason();
  }
}
