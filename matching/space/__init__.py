"""The text space: three blocks that compare texts, frozen in a version and blended on one scale."""
