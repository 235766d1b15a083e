package porchlight.central.demo;

/** Where somebody mostly works. */
enum Habit {
  AT_HOME,
  AT_THE_OFFICE,
  BOTH,
  ON_THE_ROAD
}
