package porchlight.installer.lean;

import java.util.Comparator;

/** A library of which little is needed; {@link Wanting} is what needs it. */
final class Shelf {
  private Shelf() {}

  /** Called, with a method that nothing calls. */
  static final class Called {
    private Called() {}

    static String called() {
      return Further.NAME.toLowerCase(java.util.Locale.ROOT) + new Further();
    }

    static Unneeded uncalled() {
      return new Unneeded();
    }
  }

  /** Reached by what is called: its beginning runs, and the JDK calls its toString. */
  static final class Further {
    static final String NAME = String.valueOf(Began.class.getSimpleName());

    @Override
    public String toString() {
      return new Joined().join();
    }

    int uncalled() {
      return 1;
    }
  }

  static final class Began {
    private Began() {}

    int lookedUpPerhaps() {
      return 2;
    }
  }

  static final class Unneeded {
    String name() {
      return "unneeded";
    }
  }

  /** Of this kind, only some are made. */
  interface Kind {
    String name();

    default String both() {
      return name() + name();
    }

    default String uncalled() {
      return "";
    }
  }

  /** What a kind does is here, above the class that is of that kind. */
  static class Above {
    public String name() {
      return "above";
    }
  }

  static final class Made extends Above implements Kind {
    String uncalledToo() {
      return "";
    }
  }

  static final class NeverMade implements Kind {
    @Override
    public String name() {
      return new Unneeded().name();
    }
  }

  static final class Joined {
    String join() {
      return "joined";
    }
  }

  /** The JDK calls what it sorts by. */
  static final class Order implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
      return Helped.compare(one, other);
    }
  }

  static final class Helped {
    private Helped() {}

    static int compare(String one, String other) {
      return other.compareTo(one);
    }
  }

  /** Known by a text only. */
  static final class Named {
    String lookedUp() {
      return "looked up";
    }
  }

  /** Known by a list of services only. */
  static final class Serving implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("served");
    }
  }
}
