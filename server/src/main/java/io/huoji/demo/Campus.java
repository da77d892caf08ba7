package io.huoji.demo;

/**
 * A school of the demo group and its character.
 *
 * @param completion share of due actions that its teachers do on time
 * @param evidence   share of actions that carry the evidence they need
 * @param drift      change of completion per week
 */
record Campus(int number, String code, String name, String city, String region, double completion, double evidence,
        double drift) {}
