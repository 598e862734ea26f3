package dev.millstream.simulation.scheduler;

import java.util.List;

/** Picks who goes next. Each finds other bugs than the rest, so the seed draws one for a run. */
sealed interface Policy {
    /** The index of the one who goes next; {@code ready} is not empty. */
    int pick(List<Actor> ready, SeededRandom random);

    /** Everyone has the same chance. */
    record Uniform() implements Policy {
        @Override
        public int pick(List<Actor> ready, SeededRandom random) {
            return random.nextInt(ready.size());
        }
    }

    /**
     * Each has a weight that doubles or halves at random whenever it is picked: some become slow
     * for a long while, others fast.
     */
    record RandomWalk() implements Policy {
        private static final int LIMIT = 6;

        @Override
        public int pick(List<Actor> ready, SeededRandom random) {
            long sum = 0;
            for (int i = 0; i < ready.size(); i++) {
                sum += weight(ready.get(i));
            }
            long left = random.between(0L, sum - 1);
            int index = 0;
            while (left >= weight(ready.get(index))) {
                left -= weight(ready.get(index));
                index++;
            }
            Actor actor = ready.get(index);
            int step = random.chance(0.5) ? 1 : -1;
            actor.weightExponent = Math.clamp(actor.weightExponent + step, -LIMIT, LIMIT);
            return index;
        }

        private static long weight(Actor actor) {
            return 1L << (LIMIT + actor.weightExponent);
        }
    }

    /**
     * The highest priority always goes first; now and then the one who goes gets a new one (after
     * Burckhardt and others, "A randomized scheduler with probabilistic guarantees of finding
     * bugs", 2010).
     *
     * @param changeChance how likely a turn changes a priority
     */
    record Priority(double changeChance) implements Policy {
        @Override
        public int pick(List<Actor> ready, SeededRandom random) {
            int best = 0;
            for (int i = 0; i < ready.size(); i++) {
                Actor actor = ready.get(i);
                if (actor.priority == 0) {
                    actor.priority = random.between(1L, Long.MAX_VALUE - 1);
                }
                if (actor.priority > ready.get(best).priority) {
                    best = i;
                }
            }
            if (random.chance(changeChance)) {
                ready.get(best).priority = random.between(1L, Long.MAX_VALUE - 1);
            }
            return best;
        }
    }

    /** Changes between the others. */
    final class Mixed implements Policy {
        private final List<Policy> choices;
        private final double changeChance;
        private Policy current;

        Mixed(List<Policy> choices, double changeChance) {
            this.choices = choices;
            this.changeChance = changeChance;
            this.current = choices.getFirst();
        }

        @Override
        public int pick(List<Actor> ready, SeededRandom random) {
            if (random.chance(changeChance)) {
                current = random.pick(choices);
            }
            return current.pick(ready, random);
        }
    }
}
