export default function SimilarScreen() { return null; }
