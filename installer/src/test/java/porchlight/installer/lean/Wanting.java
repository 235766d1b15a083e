package porchlight.installer.lean;

import java.util.ArrayList;
import java.util.List;

/** What needs some of {@link Shelf}; every member of it stays. */
public final class Wanting {
  private Wanting() {}

  /** All that it finds. */
  public static String found() throws ReflectiveOperationException {
    Shelf.Kind kind = new Shelf.Made();
    var sorted = new ArrayList<>(List.of("a", "b"));
    sorted.sort(new Shelf.Order());
    var named = Class.forName("porchlight.installer.lean.Shelf$Named").getDeclaredConstructor();
    named.setAccessible(true);
    Object made = named.newInstance();
    var lookedUp = made.getClass().getDeclaredMethod("looked" + "Up".strip());
    lookedUp.setAccessible(true);
    return String.join(
        " ", Shelf.Called.called(), kind.both(), sorted.toString(), (String) lookedUp.invoke(made));
  }
}
