package org.airwarden.simulation;

/** The people of a post in a run: how long they take, and whether they notice. One thread. */
final class CrewAtWork {
    private final Post.Crew crew;
    private final RandomStream random;
    private final double alertness;

    CrewAtWork(Post post, Draws draws) {
        crew = post.crew();
        random = draws.stream(post.name(), Purpose.CREW);
        alertness = draws.of(post.name(), "alertness", crew.alertness());
    }

    /** Returns how long it takes from now until a track is decided on (s). */
    double timeToDecide() {
        double lapse = random.happens(alertness) ? 0 : random.draw(crew.lapse());
        return lapse + random.draw(crew.decision());
    }

    /** Returns how long a word back to a subordinate takes (s). */
    double timeToConfirm() {
        return random.draw(crew.decision());
    }

    /** Returns how long a drafted warning waits for its release (s). */
    double timeToRelease() {
        return random.draw(crew.release());
    }
}
