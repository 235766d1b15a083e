package porchlight.central;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;

/** A central of each test's own, with one laptop that is enrolled there. */
abstract class OneLaptop extends OneCentral {
  Laptop laptop;

  @BeforeEach
  void a_laptop_enrols() throws IOException {
    laptop = running.laptop("Acme Dental", "LT-1");
  }
}
